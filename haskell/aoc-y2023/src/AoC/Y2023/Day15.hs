-- |
-- 2023 day 15, Lens Library <https://adventofcode.com/2023/day/15>
--
-- Steps place lenses in boxes and remove them: the sum of the hashes of the steps (part 1), and the sum of
-- the powers of the lenses at the end (part 2).
--
-- The idea: look at one label at a time, and at no box. What a run of steps does to the lens of a label is an
-- element of a monoid. The run places the lens or does not, and before that it removes the lens or does not.
-- Of two placements without a removal between them, the first says since when the lens is there, and so
-- where, and the last says which focal length it has. A removal cancels all that came before. So one pass
-- sums the steps up by label, and the order in a box is the order of these times, because a lens that is
-- added goes to the end.
--
-- The hash multiplies and adds in a byte, which is arithmetic modulo 256.
module AoC.Y2023.Day15 (parse, part1, part2) where

import AoC.Input (InputError, Parser, char, failAt, nameUpTo, offset, runParser, satisfy, sepBy1, (<|>))
import Control.Monad (when)
import Data.ByteString (ByteString)
import qualified Data.ByteString as B
import qualified Data.ByteString.Char8 as C
import Data.Char (digitToInt)
import qualified Data.IntMap.Strict as IntMap
import qualified Data.Map.Strict as Map
import Data.Semigroup (First (..), Last (..))
import Data.Word (Word8)

-- | A label, and the focal length of the lens to place. Without one, the lens is removed.
type Step = (ByteString, Maybe Int)

parse :: ByteString -> Either InputError [Step]
parse = runParser $ do
  at <- offset
  steps <- step `sepBy1` char ','
  when (length steps > 10000) $ failAt at "at most 10,000 steps"
  pure steps

step :: Parser Step
step = do
  label <- nameUpTo 8
  let removal = Nothing <$ char '-'
      placement = Just . digitToInt <$> (char '=' *> satisfy "a digit from 1 to 9" (`elem` ['1' .. '9']))
  (,) label <$> (removal <|> placement)

part1, part2 :: [Step] -> Int
part1 = sum . map (hash . written)
  where
    written (label, focal) = label <> C.pack (maybe "-" (\f -> '=' : show f) focal)
part2 steps = sum [(box + 1) * power lenses | (box, lenses) <- IntMap.toList boxes]
  where
    power lenses = sum (zipWith (*) [1 ..] (IntMap.elems lenses))
    boxes = IntMap.fromListWith (<>) (map inBox left)
    inBox (label, time, focal) = (hash label, IntMap.singleton time focal)
    -- The lenses that are left in the end.
    left =
      [ (label, time, focal)
        | (label, effect) <- Map.toList effects,
          Just (First time, Last focal) <- [placed effect]
      ]
    effects = Map.fromListWith (flip (<>)) (zipWith effectAt [0 ..] steps)
    effectAt time (label, focal) = (label, maybe (Removes Nothing) (placedAt time) focal)
    placedAt time focal = Keeps (Just (First time, Last focal))

-- |
-- >>> map (hash . C.pack) ["a", "ab"]
-- [113,3]
hash :: ByteString -> Int
hash = fromIntegral . B.foldl' (\h c -> 17 * (h + c)) (0 :: Word8)

-- | When a lens was placed first, and its focal length when it was placed last.
type Placement = Maybe (First Int, Last Int)

-- | Whether a lens is removed, and how it is placed after that.
data Effect = Keeps !Placement | Removes !Placement

placed :: Effect -> Placement
placed (Keeps p) = p
placed (Removes p) = p

instance Semigroup Effect where
  _ <> Removes p = Removes p
  Removes p <> Keeps q = Removes (p <> q)
  Keeps p <> Keeps q = Keeps (p <> q)
