-- |
-- 2024 day 17, Chronospatial Computer <https://adventofcode.com/2024/day/17>
--
-- What a program with three registers puts out (part 1), and the least A with which it puts out itself
-- (part 2).
--
-- The idea: no search, but a fold of a table, as for shortest paths in a de Bruijn graph. The program is a
-- loop. A round looks at the lowest ten bits of A, puts out one digit, and drops three bits. So a digit is a
-- function of a window of ten bits, and neighbouring windows share seven.
--
-- From the last digit to the first, the table holds for each value of seven bits the least A that ends in
-- them and puts out the digits from there on. The seven bits of an entry and three more are a window. If it
-- puts out the digit before, it leads to the entry of its own lowest seven bits. To keep the least A of each
-- entry is enough: of two numbers, the lesser one remains so, whatever three bits are added to both.
--
-- The loop ends as soon as A is 0. So the fold starts with 0 as the only entry, and A must not be 0 before
-- any round.
--
-- Assumes a loop in which each round sets B and C anew, which 'parse' checks.
module AoC.Y2024.Day17 (parse, part1, part2) where

import AoC.Checked ((!))
import AoC.Input (InputError, Parser, blankLine, char, decimal, endOfLine, failAt, offset, runParser, satisfy, string)
import Control.Monad (replicateM, unless)
import Data.Bits (shiftL, shiftR, xor, (.&.), (.|.))
import Data.ByteString (ByteString)
import Data.Char (digitToInt, isOctDigit)
import Data.List (find, foldl', intercalate, sort)
import qualified Data.Vector.Unboxed as U

-- | The value of A at the start, and the program.
parse :: ByteString -> Either InputError (Int, [Int])
parse = runParser ((,) <$> register "A" <* unused <* blankLine <*> program)
  where
    unused = endOfLine *> register "B" *> endOfLine *> register "C"
    register name = string ("Register " ++ name ++ ": ") *> decimal 0 (2 ^ (48 :: Int) - 1)

program :: Parser [Int]
program = do
  at <- string "Program: " *> offset
  codes <- (:) <$> digit <*> replicateM 15 (char ',' *> digit)
  unless (isLoop (pairs codes)) $
    failAt at "2,4,1,x,7,5, then 1,y and 4,z and 0,3 and 5,5 in any order, then 3,0"
  pure codes
  where
    digit = digitToInt <$> satisfy "a digit from 0 to 7" isOctDigit
    isLoop instructions = case (start, sort middle, end) of
      ([(2, 4), (1, _), (7, 5)], [(0, 3), (1, _), (4, _), (5, 5)], [(3, 0)]) -> True
      _ -> False
      where
        (start, others) = splitAt 3 instructions
        (middle, end) = splitAt 4 others

pairs :: [a] -> [(a, a)]
pairs (a : b : others) = (a, b) : pairs others
pairs _ = []

part1 :: (Int, [Int]) -> String
part1 (a, codes) = intercalate "," (map show (output a))
  where
    output before = case oneRound (pairs codes) before of
      (digit, 0) -> [digit]
      (digit, after) -> digit : output after

part2 :: (Int, [Int]) -> Maybe Int
part2 (_, codes) = find (< none) (Just (U.minimum (foldr before end codes)))
  where
    end = U.generate 128 (\bits -> if bits == 0 then 0 else none)
    before digit table =
      U.accumulate min (U.replicate 128 none) (U.map (longer table) (U.elemIndices digit digits))
    longer table window = (window .&. 127, if 0 < a && a < none then a else none)
      where
        a = (table ! (window `shiftR` 3)) `shiftL` 3 .|. (window .&. 7)
    digits = U.generate 1024 (fst . oneRound (pairs codes))
    none = 2 ^ (48 :: Int)

-- | The registers, and the last digit put out.
data Machine = Machine !Int !Int !Int !Int

-- | The digit that a round puts out, and A after it.
--
-- >>> oneRound (pairs [2, 4, 1, 1, 7, 5, 1, 0, 4, 0, 0, 3, 5, 5, 3, 0]) 12
-- (5,1)
oneRound :: [(Int, Int)] -> Int -> (Int, Int)
oneRound instructions start = (digit, next)
  where
    Machine next _ _ digit = foldl' step (Machine start 0 0 0) instructions
    step (Machine a b c out) (opcode, operand) = case opcode of
      0 -> Machine (a `shiftR` 3) b c out
      1 -> Machine a (b `xor` operand) c out
      2 -> Machine a (a .&. 7) c out
      4 -> Machine a (b `xor` c) c out
      5 -> Machine a b c (b .&. 7)
      7 -> Machine a b (a `shiftR` b) out
      _ -> Machine a b c out
