{-# LANGUAGE BangPatterns #-}

-- |
-- A rectangle of characters.
module AoC.Grid
  ( Grid (..),
    grid,
    gridUpTo,
    gridWhere,
    gridOfAtLeast,
    noSecond,
    cell,
    rowOf,
    rowVectors,
    walled,
  )
where

import AoC.Input (failAt, foldBlock, offset, takeWhile1)
import AoC.Input.Error (Failure (..))
import AoC.Input.Parser
import Control.DeepSeq (NFData (..))
import Control.Monad (when)
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import Data.ByteString.Internal (w2c)
import Data.ByteString.Short (ShortByteString)
import qualified Data.ByteString.Short as S
import qualified Data.ByteString.Unsafe as B (unsafeDrop, unsafeTake)
import Data.Foldable (for_)
import Data.Maybe (listToMaybe)
import qualified Data.Vector.Unboxed as U

-- $setup
-- >>> import AoC.Input
-- >>> import qualified Data.ByteString.Char8 as C
-- >>> import Data.Char (isLower)

-- | Kept as it stands in the text, line ends and all.
data Grid = Grid
  { height :: !Int,
    width :: !Int,
    cells :: !ByteString,
    -- | The same, to read single cells from.
    backing :: !ShortByteString
  }
  deriving (Eq, Show)

instance NFData Grid where
  rnf Grid {} = ()

-- | The character in this row and column, which the caller knows to exist.
cell :: Grid -> Int -> Int -> Char
cell g row col = w2c (S.index (backing g) (row * (width g + 1) + col))
{-# INLINE cell #-}

-- | The characters of a row, which the caller knows to exist.
--
-- >>> (`rowOf` 1) <$> runParser (grid 9 "a letter" isLower) (C.pack "ab\ncd")
-- Right "cd"
rowOf :: Grid -> Int -> ByteString
rowOf g row = B.unsafeTake (width g) (B.unsafeDrop (row * (width g + 1)) (cells g))
{-# INLINE rowOf #-}

-- | Its rows, each cell as what this makes of it.
rowVectors :: U.Unbox a => (Char -> a) -> Grid -> [U.Vector a]
rowVectors f g = [U.generate (width g) (f . cell g row) | row <- [0 .. height g - 1]]
{-# INLINE rowVectors #-}

-- | @walled wall rows@: one row after the other, with a wall around them, so that every cell has neighbours:
-- one place on either side, and a row and a place above and below. A wall left of each row is also right of
-- the row before.
--
-- >>> walled '#' (map U.fromList ["ab", "cd"])
-- "####ab#cd####"
walled :: U.Unbox a => a -> [U.Vector a] -> U.Vector a
walled wall rows = U.concat ([line] ++ concatMap afterWall rows ++ [line, U.singleton wall])
  where
    afterWall row = [U.singleton wall, row]
    line = U.replicate (maximum (0 : map U.length rows) + 1) wall
{-# INLINE walled #-}

-- | @grid most what allowed@: lines of equal width of such characters, at most this many either way, until
-- the text ends or a line is blank.
grid :: Int -> String -> (Char -> Bool) -> Parser Grid
grid most = gridUpTo most most
{-# INLINE grid #-}

-- | 'grid', with a greatest height and a greatest width.
gridUpTo :: Int -> Int -> String -> (Char -> Bool) -> Parser Grid
gridUpTo highest widest what allowed = Parser $ \text i0 ->
  let n = size text
      run !i !stop = if i < stop && allowed (charAt text i) then run (i + 1) stop else i
      wide = run i0 (i0 + min widest (n - i0)) - i0
      done high j = let block = slice i0 j text in Done (Grid high wide block (S.toShort block)) j
      refused i why = Failed (Refused i why)
      go !high i
        | high == highest = refused i ("at most " ++ show highest ++ " rows")
        | stop < i + wide = refused stop (if stop == n || stands '\n' text stop then short else what)
        | stop == n || stands '\n' text stop && stands '\n' text (stop + 1) = done (high + 1) stop
        | stands '\n' text stop = go (high + 1) (stop + 1)
        | allowed (charAt text stop) = refused stop (if high == 0 then tooWide else "a row of " ++ show wide)
        | otherwise = refused stop what
        where
          stop = run i (min n (i + wide))
      tooWide = "at most " ++ show widest ++ " columns"
      short = what ++ ", as the rows before have"
   in if wide == 0 then expected i0 what else go (0 :: Int) i0
{-# INLINE gridUpTo #-}

-- | @gridWhere fault most what allowed@: a 'grid', where @fault above row@ may find that something else was
-- expected of a row. It knows the rows above, the nearest first.
--
-- >>> let fault above row = if row `elem` above then Just "another row" else Nothing
-- >>> runParser (gridWhere fault 9 "a letter" isLower) (C.pack "ab\nab\nX")
-- Left (InputError {message = "expected another row", place = Just (Place {line = 2, column = 1})})
gridWhere :: ([ByteString] -> ByteString -> Maybe String) -> Int -> String -> (Char -> Bool) -> Parser Grid
gridWhere fault most what allowed = fromRows <$> foldBlock oneMore []
  where
    oneMore above = do
      at <- offset
      row <- takeWhile1 what allowed
      let wide = C.length row
      when (length above == most) $ failAt at ("at most " ++ show most ++ " rows")
      when (wide > most) $ failAt at ("at most " ++ show most ++ " columns")
      for_ (take 1 above) $ \before ->
        when (wide /= C.length before) $ failAt at ("a row of " ++ show (C.length before))
      for_ (fault above row) (failAt at)
      pure (row : above)
    fromRows rows = Grid (length rows) (maximum (0 : map C.length rows)) block (S.toShort block)
      where
        block = C.intercalate (C.pack "\n") (reverse rows)

-- | 'gridWhere', for at least so many rows and columns, which come first.
--
-- >>> runParser (height <$> gridOfAtLeast 2 (\_ _ -> Nothing) 9 "a letter" isLower) (C.pack "ab")
-- Left (InputError {message = "expected at least 2 rows", place = Just (Place {line = 2, column = 1})})
gridOfAtLeast ::
  Int -> ([ByteString] -> ByteString -> Maybe String) -> Int -> String -> (Char -> Bool) -> Parser Grid
gridOfAtLeast fewest fault most what allowed = do
  g <- gridWhere faultOrNarrow most what allowed
  end <- offset
  when (height g < fewest) $ failAt (end + 1) ("at least " ++ show fewest ++ " rows")
  pure g
  where
    faultOrNarrow above row
      | C.length row < fewest = Just ("at least " ++ show fewest ++ " columns")
      | otherwise = fault above row

-- | A fault for 'gridWhere': one of these characters a second time.
--
-- >>> runParser (gridWhere (noSecond "ab") 9 "a letter" isLower) (C.pack "ac\nca")
-- Left (InputError {message = "expected no second a", place = Just (Place {line = 2, column = 1})})
noSecond :: [Char] -> [ByteString] -> ByteString -> Maybe String
noSecond singles above row = listToMaybe ["no second " ++ [c] | c <- singles, c `C.elem` row, isSecond c]
  where
    isSecond c = C.count c row > 1 || any (C.elem c) above
