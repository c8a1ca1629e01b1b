-- |
-- 2021 day 24, Arithmetic Logic Unit <https://adventofcode.com/2021/day/24>
--
-- The greatest and the least number of fourteen digits that a program accepts.
--
-- A block works on z in base 26. One that divides by 1 appends the place @w + B@: its test whether z's last
-- place plus A is w cannot succeed, as A is 10 or more. One that divides by 26 drops the last place, and
-- appends one again unless the place plus A is w. Seven blocks append for certain and seven may drop, so z
-- ends at 0 just if every test of the latter succeeds.
--
-- The idea: walk the program backwards with sets, then forwards with numbers. All goes well from a block on
-- if each place of z before it has one of a set of values, whatever the other places are (a weakest
-- precondition). At the end there are no places. Before a dropping block there is one more, which has to be
-- @w - A@ for a digit w. An appending block takes a place away, and so learns which digits it may read. On
-- the way forward an appending block then reads the greatest (the least) such digit, and a dropping block
-- has no choice. No digit is ever taken back.
--
-- Assumes, and checks, the fourteen blocks; @B@ at most 16, so that a place is at most 25; and that each pair
-- of blocks leaves some digit.
module AoC.Y2021.Day24 (parse, part1, part2) where

import AoC.Input (InputError, Parser, decimal, endOfLine, failAt, offset, runParser, string)
import AoC.Numbers (fromDigits)
import Control.DeepSeq (NFData (..))
import Control.Monad (foldM, when)
import Data.Bits (FiniteBits (..), shift, (.&.))
import Data.ByteString (ByteString)
import qualified Data.List as List

-- | A block that appends, with its B, or one that drops, with its A.
data Block = Append !Int | Drop !Int

instance NFData Block where
  rnf b = b `seq` ()

parse :: ByteString -> Either InputError [Block]
parse = runParser $ do
  (blocks, _, _) <- foldM next ([], 0, []) (pure () : replicate 13 endOfLine)
  pure (reverse blocks)
  where
    next soFar separate = separate *> block soFar

-- | One block more: the blocks so far, the latest first, how many of them append, and what is appended to z
-- at the time.
block :: ([Block], Int, [Int]) -> Parser ([Block], Int, [Int])
block (blocks, appended, open) = do
  mapM_ fixed ["inp w", "mul x 0", "add x z", "mod x 26"]
  at <- offset
  string "div z "
  divisor <- decimal 1 26
  when (divisor /= 1 && divisor /= 26) $ failAt at "1 or 26"
  let drops = divisor == 26
  when (drops && null open) $ failAt at "\"div z 1\", as z is 0"
  when (not drops && appended == 7) $ failAt at "\"div z 26\", as there were seven of the others"
  endOfLine
  string "add x "
  addend <- offset
  a <- if drops then decimal (-99) 99 else decimal 10 99
  when (drops && all ((> 8) . abs . (a +)) (take 1 open)) $ failAt addend "a number that some digits satisfy"
  endOfLine
  mapM_
    fixed
    [ "eql x w",
      "eql x 0",
      "mul y 0",
      "add y 25",
      "mul y x",
      "add y 1",
      "mul z y",
      "mul y 0",
      "add y w"
    ]
  string "add y "
  b <- decimal 0 (if drops then 99 else 16)
  endOfLine
  fixed "mul y x"
  string "add z y"
  pure $
    if drops
      then (Drop a : blocks, appended, drop 1 open)
      else (Append b : blocks, appended + 1, b : open)
  where
    fixed text = string text *> endOfLine

part1 :: [Block] -> Int
part1 = accepted (\digits -> finiteBitSize digits - 1 - countLeadingZeros digits)

part2 :: [Block] -> Int
part2 = accepted countTrailingZeros

-- | The number accepted if this picks from the set of digits that an appending block may read.
accepted :: (Int -> Int) -> [Block] -> Int
accepted pick blocks = fromDigits 10 digits
  where
    (_, choices) = List.mapAccumR before [] blocks
    (_, digits) = List.mapAccumL run 0 (zip blocks choices)
    run z (Append b, choice) = let w = pick choice in (26 * z + w + b, w)
    run z (Drop a, _) = let (rest, place) = z `quotRem` 26 in (rest, place + a)

-- | From what a block must leave of z, the last place first, to what it must find, and the digits that it may
-- read. A set of small numbers is an Int's bits.
before :: [Int] -> Block -> ([Int], Int)
before places (Drop a) = (shift oneToNine (negate a) .&. (shift 1 26 - 1) : places, oneToNine)
before places (Append b) = (drop 1 places, digits)
  where
    digits = sum [shift place (negate b) .&. oneToNine | place <- take 1 places]

oneToNine :: Int
oneToNine = shift 1 10 - 2
