-- |
-- 2024 day 3, Mull It Over <https://adventofcode.com/2024/day/3>
--
-- The sum of the products in a damaged program: of all (part 1), or of those that are met while a switch is
-- on (part 2).
--
-- The idea: pieces of program form a monoid. A piece is a function from the switch before it to the switch
-- after it and the sum of its products. The switch has two states, so the function is a table of two rows,
-- and pieces are composed by reading one row of the later piece for each row of the earlier one. Composition
-- is associative, so a program may be cut between any two of its instructions and its pieces worked out
-- apart. A product alone is a piece of program too, and part 1 composes only these.
--
-- An instruction begins wherever its text stands, whatever stands before it. So instructions are sought at
-- each suffix of each line. No two overlap, since an instruction begins with m or d and has neither letter
-- after that.
module AoC.Y2024.Day03 (parse, part1, part2) where

import AoC.Input (InputError, Parser, linesOfUpTo, runParser, takeUpTo)
import Control.Applicative ((<|>))
import Control.DeepSeq (NFData (..))
import Control.Monad (guard)
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import Data.Char (isDigit)
import Data.Foldable (foldMap')
import Data.Maybe (mapMaybe)

data Instruction = Multiply !Int !Int | Switch !Bool

instance NFData Instruction where
  rnf i = i `seq` ()

parse :: ByteString -> Either InputError [Instruction]
parse = runParser (concatMap (mapMaybe instruction . C.tails) <$> linesOfUpTo 100 memory)

memory :: Parser ByteString
memory = takeUpTo 10000 "characters" "a printable character" (\c -> ' ' <= c && c <= '~')

-- | The instruction that a text begins with, if it does.
instruction :: ByteString -> Maybe Instruction
instruction text = multiply <|> Switch True <$ word "do()" text <|> Switch False <$ word "don't()" text
  where
    multiply = do
      (a, rest) <- word "mul(" text >>= number
      (b, end) <- word "," rest >>= number
      Multiply a b <$ word ")" end
    word = C.stripPrefix . C.pack

-- | One to three digits, and what follows them.
--
-- >>> map (number . C.pack) ["007,", "1234", "-1"]
-- [Just (7,","),Nothing,Nothing]
number :: ByteString -> Maybe (Int, ByteString)
number text = guard (C.length (C.takeWhile isDigit text) `elem` [1 .. 3]) *> C.readInt text

part1, part2 :: [Instruction] -> Int
part1 instructions = total [i | i@(Multiply _ _) <- instructions]
part2 = total

-- | The sum of products if the switch is on before the first instruction.
total :: [Instruction] -> Int
total instructions = products
  where
    Piece (Row products _) _ = foldMap' piece instructions

-- | The sum of products, and the switch afterwards.
data Row = Row !Int !Bool

-- | What a piece of program does if the switch is on before it, and if it is off.
data Piece = Piece !Row !Row

instance Semigroup Piece where
  Piece on off <> Piece on' off' = Piece (andThen on) (andThen off)
    where
      andThen (Row n switch) = let Row n' switch' = if switch then on' else off' in Row (n + n') switch'

instance Monoid Piece where
  mempty = Piece (Row 0 True) (Row 0 False)

piece :: Instruction -> Piece
piece (Multiply a b) = Piece (Row (a * b) True) (Row 0 False)
piece (Switch on) = Piece (Row 0 on) (Row 0 on)
