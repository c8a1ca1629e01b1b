-- |
-- 2024 day 22, Monkey Market <https://adventofcode.com/2024/day/22>
--
-- The sum of the 2000th secrets of all buyers (part 1), and the most that one sequence of four price changes
-- earns, if each buyer sells at its first occurrence (part 2).
--
-- The idea for part 1: secrets are vectors over GF(2), and a step is a linear map, since it is made of shifts
-- and exclusive ors. A map is known by its 24 columns, and maps are a monoid under composition, so 2000 steps
-- are one map, made by 'stimes' in 15 compositions. No secret between is seen.
--
-- Part 2 is a fold over all offers, in the order of the buyers. An offer is a sequence of changes, a buyer
-- and a price. For each sequence a table holds the last buyer who sold and the total. An offer changes
-- nothing if its buyer is the one who sold last, because then this is not the first occurrence:
--
-- > offers for one sequence     buyer 1: 7     buyer 1: 9     buyer 3: 2
-- > last buyer and total        1, 7           1, 7           3, 9
module AoC.Y2024.Day22 (parse, part1, part2) where

import AoC.Checked (peek, poke, (!))
import AoC.Input (InputError, decimal, runParser, vectorOfLinesUpTo)
import Data.Bits (shiftL, shiftR, testBit, xor, (.&.))
import Data.ByteString (ByteString)
import Data.Semigroup (stimes)
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M
import Data.Word (Word16)

parse :: ByteString -> Either InputError (U.Vector Int)
parse = runParser (vectorOfLinesUpTo 3000 (decimal 0 (2 ^ (24 :: Int) - 1)))

-- | The secret after this one.
step :: Int -> Int
step = mixed (`shiftL` 11) . mixed (`shiftR` 5) . mixed (`shiftL` 6)
  where
    mixed f s = (s `xor` f s) .&. (2 ^ (24 :: Int) - 1)

-- | A linear map on vectors over GF(2), by its columns.
newtype Linear = Linear (U.Vector Int)

-- | First the right one, then the left one.
instance Semigroup Linear where
  f <> Linear columns = Linear (U.map (apply f) columns)

apply :: Linear -> Int -> Int
apply (Linear columns) v = U.ifoldl' add 0 columns
  where
    add sum' i column = if testBit v i then sum' `xor` column else sum'

part1 :: U.Vector Int -> Int
part1 = U.sum . U.map (apply (stimes (2000 :: Int) (Linear (U.generate 24 (step . (2 ^))))))

part2 :: U.Vector Int -> Int
part2 secrets = fromIntegral (U.maximum (U.map snd sold))
  where
    sold = U.create $ do
      table <- M.replicate (2 ^ (20 :: Int)) (0, 0)
      U.imapM_ (offer table) secrets
      pure table
    offer table buyer secret = U.imapM_ (\i at -> peek table at >>= poke table at . sellAt i) (changes prices)
      where
        sellAt i = sell (fromIntegral buyer + 1) (prices ! (i + 4))
        prices = U.map (fromIntegral . lastDigit) (U.iterateN 2001 step secret)

-- | An entry of the table after one more offer: the last buyer, counted from 1, who sold there, and the
-- total.
sell :: Word16 -> Word16 -> (Word16, Word16) -> (Word16, Word16)
sell buyer price (seller, total) = if buyer == seller then (seller, total) else (buyer, total + price)

-- | The last four changes at each price that has them, with five bits for each change.
changes :: U.Vector Word16 -> U.Vector Int
changes prices = U.drop 3 (U.postscanl' slide 0 (U.zipWith change prices (U.drop 1 prices)))
  where
    slide before new = (before `shiftL` 5) .&. 0xfffff + new
    change old new = fromIntegral new - fromIntegral old + 9

-- | The remainder by 10, for secrets. GHC 9.0 does not turn a division by a constant into a multiplication.
lastDigit :: Int -> Int
lastDigit n = n - 10 * ((n * 0x66666667) `shiftR` 34)
