{-# LANGUAGE BangPatterns #-}

-- |
-- Reading a puzzle's text. Every day is a 'Parser', which walks over the text by
-- offset, copies nothing, and refuses at the first place where no valid input
-- could go on.
--
-- Lines end in LF or CRLF, and line ends at the very end of the text do not count.
-- Nothing else is forgiven: no blanks, no @+@, no digits of other scripts, no number
-- outside its bounds.
module AoC.Input
  ( -- * Running
    InputError (..),
    Parser,
    runParser,

    -- * Tokens
    number,
    numbers,
    literal,
    word,
    foldWord,
    oneOf,
    newline,
    end,
    atEnd,

    -- * Lines
    untilEnd,
    vectorUntilEnd,
    vectorUpTo,
    separated,
    separatedUpTo,

    -- * Grids
    Grid (..),
    rows,
    rowsUpTo,
    cell,
    rowOf,

    -- * Refusing
    offset,
    refuse,
    tooSoon,
  )
where

import Control.DeepSeq (NFData (..))
import Control.Monad.ST (runST)
import Data.ByteString (ByteString)
import qualified Data.ByteString as B
import qualified Data.ByteString.Char8 as C
import Data.ByteString.Internal (w2c)
import Data.ByteString.Short (ShortByteString)
import qualified Data.ByteString.Short as S
import qualified Data.ByteString.Unsafe as B (unsafeDrop, unsafeTake)
import Data.Char (isDigit)
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M
import Data.Word (Word8)

-- | Why a text is no input: what was expected, and where, counting from 1.
data InputError = InputError
  { message :: String,
    line :: !Int,
    column :: !Int
  }
  deriving (Eq, Show)

instance NFData InputError where
  rnf (InputError why _ _) = rnf why

-- | What is left of a text is the whole text and an offset into it.
newtype Parser a = Parser (Text -> Int -> Result a)

-- | A text twice over: to cut pieces out of, and to read characters from, which is much
-- the faster where there is no foreign pointer to keep alive.
data Text = Text !ByteString !ShortByteString

-- | An offset beyond the end of the text stands for the line after the last.
data Result a = Done !a !Int | Refused !Int String

instance Functor Parser where
  fmap f (Parser p) = Parser $ \text i -> case p text i of
    Done a j -> Done (f a) j
    Refused j why -> Refused j why
  {-# INLINE fmap #-}

instance Applicative Parser where
  pure a = Parser $ \_ i -> Done a i
  {-# INLINE pure #-}
  Parser p <*> Parser q = Parser $ \text i -> case p text i of
    Refused j why -> Refused j why
    Done f j -> case q text j of
      Refused k why -> Refused k why
      Done a k -> Done (f a) k
  {-# INLINE (<*>) #-}

instance Monad Parser where
  Parser p >>= f = Parser $ \text i -> case p text i of
    Done a j -> let Parser q = f a in q text j
    Refused j why -> Refused j why
  {-# INLINE (>>=) #-}

-- | Read a whole text.
--
-- >>> runParser (number 0 9 <* end) (C.pack "7\r\n\n")
-- Right 7
-- >>> runParser (number 0 9 <* newline <* end) (C.pack "7")
-- Left (InputError {message = "expected another line", line = 2, column = 1})
runParser :: Parser a -> ByteString -> Either InputError a
runParser (Parser p) raw = case p (Text text (S.toShort text)) 0 of
  Done a _ -> Right a
  Refused i why -> Left (locate text i why)
  where
    text = B.dropWhileEnd (== 10) (if B.elem 13 raw then unixLines raw else raw)
{-# INLINE runParser #-}

-- | CRLF to LF. A CR that ends no line stays, to be refused where it stands.
unixLines :: ByteString -> ByteString
unixLines raw = B.concat (go raw)
  where
    go text = case B.breakSubstring (C.pack "\r\n") text of
      (before, rest)
        | B.null rest -> [before]
        | otherwise -> before : go (B.drop 1 rest)

-- | Columns count characters: the bytes that go on a UTF-8 sequence have none.
locate :: ByteString -> Int -> String -> InputError
locate text i why
  | i > B.length text && i > 1 = InputError why (ends + 2) 1
  | otherwise = InputError why (B.count 10 before + 1) (B.length (B.filter starts current) + 1)
  where
    ends = B.count 10 text
    before = B.take i text
    current = B.takeWhileEnd (/= 10) before
    starts byte = byte < 0x80 || byte >= 0xC0
{-# NOINLINE locate #-}

-- | Where the parser stands, for a later 'refuse'.
offset :: Parser Int
offset = Parser $ \_ i -> Done i i
{-# INLINE offset #-}

-- | @refuse what at@: there was no @what@ at the offset @at@.
refuse :: String -> Int -> Parser a
refuse what at = Parser $ \_ _ -> Refused at ("expected " ++ what)
{-# INLINE refuse #-}

-- | There is no @what@ and the text could have gone on: refused on the line after the last.
tooSoon :: String -> Parser a
tooSoon what = Parser $ \text _ -> Refused (size text + 1) ("expected " ++ what)
{-# INLINE tooSoon #-}

-- | Has the text been used up?
atEnd :: Parser Bool
atEnd = Parser $ \text i -> Done (i >= size text) i
{-# INLINE atEnd #-}

-- | Does this character stand at this offset?
stands :: Char -> Text -> Int -> Bool
stands c text i = i < size text && charAt text i == c
{-# INLINE stands #-}

charAt :: Text -> Int -> Char
charAt text i = w2c (byteAt text i)
{-# INLINE charAt #-}

byteAt :: Text -> Int -> Word8
byteAt (Text _ text) = S.index text
{-# INLINE byteAt #-}

size :: Text -> Int
size (Text _ text) = S.length text
{-# INLINE size #-}

-- | The text from this offset on.
from :: Int -> Text -> ByteString
from i (Text text _) = B.unsafeDrop i text
{-# INLINE from #-}

-- | @number low high@: ASCII digits, after a @-@ only where @low@ is negative. The
-- value is refused unless it lies within the bounds, however many digits it has.
--
-- >>> runParser (number 0 99) (C.pack "18446744073709551617")
-- Left (InputError {message = "expected a number from 0 to 99", line = 1, column = 1})
number :: Int -> Int -> Parser Int
number low high = Parser $ \text i ->
  let minus = low < 0 && stands '-' text i
      start = if minus then i + 1 else i
      -- A value that would not fit an Int is -1 from there on.
      go !n !j
        | j < size text, isDigit (charAt text j) = go (grow n (digit text j)) (j + 1)
        | j > start, n >= 0, value >= low, value <= high = Done value j
        | otherwise = Refused i (outside low high)
        where
          value = if minus then negate n else n
   in go 0 start
  where
    grow n d = if n < 0 || n > (maxBound - 9) `quot` 10 then -1 else 10 * n + d
    digit text j = fromIntegral (byteAt text j) - 48
{-# INLINE number #-}

outside :: Int -> Int -> String
outside low high = "expected a number from " ++ show low ++ " to " ++ show high
{-# NOINLINE outside #-}

-- | @numbers low high separator@: one or more.
numbers :: Int -> Int -> Char -> Parser (U.Vector Int)
numbers low high separator = separated separator (number low high)
{-# INLINE numbers #-}

-- | One item or more, with this character between them. Where it is a line end, a blank line
-- ends the list.
separated :: U.Unbox a => Char -> Parser a -> Parser (U.Vector a)
separated = separatedUpTo maxBound
{-# INLINE separated #-}

-- | 'separated', for at most so many items. One more is refused where it begins.
separatedUpTo :: U.Unbox a => Int -> Char -> Parser a -> Parser (U.Vector a)
separatedUpTo most c (Parser item) = Parser $ \text i0 -> runST $ do
  -- As many items as the separator could part, on this line unless it parts lines.
  let rest = from i0 text
      room = min most (1 + C.count c (if c == '\n' then rest else C.takeWhile (/= '\n') rest))
  items <- M.unsafeNew room
  let go !n i = case item text i of
        Refused j why -> pure (Refused j why)
        Done a j -> do
          M.unsafeWrite items n a
          if stands c text j && not (c == '\n' && stands c text (j + 1))
            then next (n + 1) (j + 1)
            else finish (n + 1) j
      next n j = if n < room then go n j else pure (Refused j ("expected at most " ++ show most ++ (if c == '\n' then " lines" else " items")))
      finish n j = do
        vector <- U.unsafeFreeze (M.unsafeTake n items)
        pure (Done vector j)
  go 0 i0
{-# INLINE separatedUpTo #-}

-- | One item a line, up to the end of the text.
vectorUntilEnd :: U.Unbox a => Parser a -> Parser (U.Vector a)
vectorUntilEnd = vectorUpTo maxBound
{-# INLINE vectorUntilEnd #-}

-- | 'vectorUntilEnd', for at most so many lines.
vectorUpTo :: U.Unbox a => Int -> Parser a -> Parser (U.Vector a)
vectorUpTo most item = separatedUpTo most '\n' item <* end
{-# INLINE vectorUpTo #-}

-- | One item a line, up to the end of the text.
untilEnd :: Parser a -> Parser [a]
untilEnd (Parser item) = Parser $ \text i0 ->
  let go items i = case item text i of
        Refused j why -> Refused j why
        Done a j
          | stands '\n' text j -> go (a : items) (j + 1)
          | j >= size text -> Done (reverse (a : items)) j
          | otherwise -> Refused j "expected the end of the line"
   in go [] i0
{-# INLINE untilEnd #-}

-- | Exactly this, all of it.
literal :: String -> Parser ()
literal s = Parser $ \text i ->
  let wanted = C.pack s
      found = B.take (B.length wanted) (from i text)
   in if wanted == found then Done () (i + B.length wanted) else Refused i ("expected " ++ show s)
{-# INLINE literal #-}

-- | One of these, tried in order, for the value beside it.
oneOf :: [(String, a)] -> Parser a
oneOf choices = Parser $ \text i ->
  let try [] = Refused i ("expected one of " ++ unwords (map (show . fst) choices))
      try ((s, a) : others) = case literal s of
        Parser p -> case p text i of
          Done () j -> Done a j
          Refused _ _ -> try others
   in try choices

-- | The longest run of such characters, at least one: "expected" names it in a refusal.
word :: String -> (Char -> Bool) -> Parser ByteString
word name allowed = Parser $ \text i ->
  let go !j
        | j < size text, allowed (charAt text j) = go (j + 1)
        | j > i = Done (B.unsafeTake (j - i) (from i text)) j
        | otherwise = Refused j ("expected " ++ name)
   in go i
{-# INLINE word #-}

-- | @foldWord name allowed step start@: a 'word', folded from the left.
foldWord :: String -> (Char -> Bool) -> (s -> Char -> s) -> s -> Parser s
foldWord name allowed step start = Parser $ \text i ->
  let go !s j
        | j < size text, let c = charAt text j, allowed c = go (step s c) (j + 1)
        | j > i = Done s j
        | otherwise = Refused j ("expected " ++ name)
   in go start i
{-# INLINE foldWord #-}

-- | Exactly one line end. Where the text ends instead, it is the next line that is missing.
newline :: Parser ()
newline = Parser $ \text i ->
  if stands '\n' text i
    then Done () (i + 1)
    else
      if i < size text
        then Refused i "expected the end of the line"
        else Refused (i + 1) "expected another line"
{-# INLINE newline #-}

-- | The end of the text. A line too many is refused where it begins.
end :: Parser ()
end = Parser $ \text i ->
  if i >= size text
    then Done () i
    else
      if stands '\n' text i
        then Refused (i + 1) "expected no more lines"
        else Refused i "expected the end of the line"
{-# INLINE end #-}

-- | A rectangle of characters, kept as it stands in the text, line ends and all.
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
cell grid row col = w2c (S.index (backing grid) (row * (width grid + 1) + col))
{-# INLINE cell #-}

-- | A row's characters.
rowOf :: Grid -> Int -> ByteString
rowOf grid row = B.unsafeTake (width grid) (B.unsafeDrop (row * (width grid + 1)) (cells grid))
{-# INLINE rowOf #-}

-- | @rows name allowed most@: lines of equal width of such characters, at most this many
-- either way, until the text ends or a line is blank.
rows :: String -> (Char -> Bool) -> Int -> Parser Grid
rows name allowed most = rowsUpTo most most name allowed
{-# INLINE rows #-}

-- | 'rows', with a greatest height and a greatest width.
rowsUpTo :: Int -> Int -> String -> (Char -> Bool) -> Parser Grid
rowsUpTo highest widest name allowed = Parser $ \text i0 ->
  let n = size text
      run !i !stop = if i < stop && allowed (charAt text i) then run (i + 1) stop else i
      wide = run i0 (i0 + min widest (n - i0)) - i0
      done high j = let block = B.unsafeTake (j - i0) (from i0 text) in Done (Grid high wide block (S.toShort block)) j
      go !high i
        | high == highest = Refused i ("expected at most " ++ show highest ++ " rows")
        | stop < i + wide = Refused stop (if stop == n || stands '\n' text stop then short else strange)
        | stop == n || stands '\n' text stop && stands '\n' text (stop + 1) = done (high + 1) stop
        | stands '\n' text stop = go (high + 1) (stop + 1)
        | allowed (charAt text stop) = Refused stop (if high == 0 then tooWide else "expected a row of " ++ show wide)
        | otherwise = Refused stop strange
        where
          stop = run i (min n (i + wide))
      strange = "expected " ++ name
      tooWide = "expected at most " ++ show widest ++ " columns"
      short = strange ++ ", as the rows before have"
   in if wide == 0 then Refused i0 strange else go (0 :: Int) i0
{-# INLINE rowsUpTo #-}
