-- |
-- 2022 day 10, Cathode-Ray Tube <https://adventofcode.com/2022/day/10>
--
-- The sum of cycle number times register during the cycles 20, 60, ... 220 (part 1), and the letters that the
-- register draws on a screen of six rows of 40 pixels (part 2). The register is 1 at the start.
--
-- The idea: work by instruction, and not by cycle. For part 1 exchange the two sums. The register is a sum of
-- additions, the first 1 included, so each addition counts once for each sample after it:
--
-- > answer = sum over additions of  addend * (sum of the sample cycles after the addition)
--
-- For part 2 the register is constant between two additions, and so are the at most three columns of a row
-- that it lights. The cycles between the additions are a range of pixels, and so are the three columns of
-- each row. Lit is what the ranges have in common:
--
-- > register 5 for the pixels 2 to 5     2 3 4 5
-- > columns around 5                         4 5 6
-- > lit                                      4 5
module AoC.Y2022.Day10 (parse, part1, part2) where

import AoC.Input (InputError, Parser, decimal, failAt, foldLines, offset, runParser, string, tooSoon, (<|>))
import AoC.Letters (letters, small)
import AoC.Span (Span (..), meet)
import Control.DeepSeq (NFData (..))
import Control.Monad (when)
import Data.ByteString (ByteString)

-- | After how many cycles it is made, and what it adds.
data Addition = Addition !Int !Int

instance NFData Addition where
  rnf a = a `seq` ()

parse :: ByteString -> Either InputError [Addition]
parse = runParser $ do
  (cycles, additions) <- foldLines instruction (0, [Addition 0 1])
  when (cycles < 240) $ tooSoon "240 cycles"
  pure (reverse additions)

-- | The number of cycles, and the additions, the last one first, with one more line.
instruction :: (Int, [Addition]) -> Parser (Int, [Addition])
instruction (before, additions) = do
  at <- offset
  addend <- Nothing <$ string "noop" <|> Just <$> (string "addx " *> decimal (-99) 99)
  let after = before + maybe 1 (const 2) addend
  when (after > 240) $ failAt at "at most 240 cycles"
  pure (after, maybe additions (\v -> Addition after v : additions) addend)

part1 :: [Addition] -> Int
part1 additions = sum [v * sum (samplesAfter made) | Addition made v <- additions]
  where
    samplesAfter made = [sample | sample <- [20, 60 .. 220], sample > made]

part2 :: [Addition] -> String
part2 additions = letters small (concat (zipWith3 lit registers starts (drop 1 starts ++ [240])))
  where
    starts = [made | Addition made _ <- additions]
    registers = scanl1 (+) [v | Addition _ v <- additions]

-- | The pixels, (column, row), that are lit if the register has this value from one pixel to before another.
--
-- >>> lit 0 38 42
-- [(0,1),(1,1)]
lit :: Int -> Int -> Int -> [(Int, Int)]
lit register from to =
  [(pixel - 40 * row, row) | row <- [0 .. 5], pixel <- pixels (Span from to `meet` sprite (40 * row))]
  where
    -- In the row that starts with this pixel.
    sprite start = Span start (start + 40) `meet` Span (start + register - 1) (start + register + 2)
    pixels (Span first end) = [first .. end - 1]
