-- |
-- $year day $day, $title <https://adventofcode.com/$year/day/$day>
--
-- TODO: what is asked, in our own words; the idea, and why it is right; what it assumes of the input.
module AoC.Y$year.Day$dd ($names) where

import AoC.Day (NotYet (..))
import AoC.Input (InputError, decimal, linesOf, runParser)
import Data.ByteString (ByteString)

parse :: ByteString -> Either InputError [Int]
parse = runParser (linesOf (decimal (-999999) 999999))

-- | TODO: what part 1 asks. A part that is not written yet answers 'NotYet'; one that is, an Int, an
-- Integer or a String, or Maybe one of these, where Nothing is "no solution".
part1 :: [Int] -> NotYet
part1 _numbers = NotYet

-- two parts:
-- | TODO: what part 2 asks.
part2 :: [Int] -> NotYet
part2 _numbers = NotYet
