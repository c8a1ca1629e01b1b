-- |
-- 2022 day 25, Full of Hot Air <https://adventofcode.com/2022/day/25>
--
-- The sum of numbers in base 5 with the digits 2, 1, 0, - for minus one and = for minus two, written in the
-- same way.
--
-- The idea: the notation is never left. Such numbers are a monoid, whose operation is addition as one does it
-- by hand: a digit and a carry at a time, from the right. Two digits and a carry add up to -5 to 5. That is a
-- digit from -2 to 2, and a carry of -1, 0 or 1, which is five of the place before:
--
-- >     1 2 =        25 + 10 - 2 = 33
-- >   +   1 2              5 + 2 =  7
-- >     -----
-- >     2 = 0        50 - 10 + 0 = 40: -2 + 2 is 0; 2 + 1 is 5 - 2; 1 and the carry is 2
--
-- A number has no zeros in front, so each has one form, and that of zero has no digits.
module AoC.Y2022.Day25 (parse, part1) where

import AoC.Input (InputError, linesOfUpTo, runParser, takeUpTo)
import Control.DeepSeq (NFData (..))
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import Data.List (dropWhileEnd)
import Data.Maybe (fromMaybe)

-- | The digits, the last first, without zeros in front.
newtype Snafu = Snafu [Int]

instance NFData Snafu where
  rnf (Snafu digits) = rnf digits

instance Semigroup Snafu where
  Snafu first <> Snafu second = snafu (add 0 first second)
    where
      add 0 as [] = as
      add carry (a : as) (b : bs) = place (a + b + carry) as bs
      add carry (a : as) [] = place (a + carry) as []
      add carry [] (b : bs) = place (b + carry) [] bs
      add carry [] [] = [carry]
      place total as bs = let carry = (total + 2) `div` 5 in total - 5 * carry : add carry as bs

instance Monoid Snafu where
  mempty = Snafu []

snafu :: [Int] -> Snafu
snafu = Snafu . dropWhileEnd (== 0)

parse :: ByteString -> Either InputError [Snafu]
parse = runParser (linesOfUpTo 300 number)
  where
    number = do
      text <- takeUpTo 20 "digits" "a digit 2, 1, 0, - or =" (`elem` map fst symbols)
      pure (snafu [fromMaybe 0 (lookup symbol symbols) | symbol <- reverse (C.unpack text)])

symbols :: [(Char, Int)]
symbols = [('2', 2), ('1', 1), ('0', 0), ('-', -1), ('=', -2)]

part1 :: [Snafu] -> String
part1 numbers = if null digits then "0" else written
  where
    Snafu digits = mconcat numbers
    written = [symbol | digit <- reverse digits, (symbol, value) <- symbols, value == digit]
