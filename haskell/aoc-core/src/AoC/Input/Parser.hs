-- |
-- The type of parsers, and how they are put together and run. A parser walks over the text by offset, copies
-- nothing, and says where it failed and what it expected there.
module AoC.Input.Parser
  ( -- * Parsers
    Parser (..),
    Result (..),
    expected,
    runParser,
    endOfInput,

    -- * The text, for what is made of offsets
    Source,
    size,
    charAt,
    byteAt,
    stands,
    from,
    slice,
  )
where

import AoC.Input.Error (Failure (..), InputError, explained)
import Control.Applicative (Alternative (..))
import Data.ByteString (ByteString)
import qualified Data.ByteString as B
import qualified Data.ByteString.Char8 as C
import Data.ByteString.Internal (w2c)
import Data.ByteString.Short (ShortByteString)
import qualified Data.ByteString.Short as S
import qualified Data.ByteString.Unsafe as B (unsafeDrop, unsafeTake)
import Data.Word (Word8)

-- $setup
-- >>> import AoC.Input

-- | From the whole text and an offset into it to what was read there, and the offset after that.
newtype Parser a = Parser (Source -> Int -> Result a)

data Result a = Done !a !Int | Failed Failure

-- | What was expected at this offset, where a token begins.
expected :: Int -> String -> Result a
expected i what = Failed (Missing i i [what])
{-# INLINE expected #-}

instance Functor Parser where
  fmap f (Parser p) = Parser $ \text i -> case p text i of
    Done a j -> Done (f a) j
    Failed why -> Failed why
  {-# INLINE fmap #-}

instance Applicative Parser where
  pure a = Parser $ \_ i -> Done a i
  {-# INLINE pure #-}
  Parser p <*> Parser q = Parser $ \text i -> case p text i of
    Failed why -> Failed why
    Done f j -> case q text j of
      Failed why -> Failed why
      Done a k -> Done (f a) k
  {-# INLINE (<*>) #-}

instance Monad Parser where
  Parser p >>= f = Parser $ \text i -> case p text i of
    Done a j -> let Parser q = f a in q text j
    Failed why -> Failed why
  {-# INLINE (>>=) #-}

-- | The first alternative that succeeds. One that fails at its very first token gives way to the next; one
-- that fails later has failed for good, since the place of its failure is the one to report. So alternatives
-- that begin alike have to be told apart by one token, such as a whole 'AoC.Input.string'. 'many' and 'some'
-- stop likewise: before an item whose first token is missing.
--
-- >>> let sign = 1 <$ char '+' <|> -1 <$ char '-'
-- >>> runParser (many ((*) <$> sign <*> decimal 0 9)) (C.pack "+1-2")
-- Right [1,-2]
-- >>> runParser (many ((*) <$> sign <*> decimal 0 9)) (C.pack "+1-x")
-- Left (InputError {message = "expected a number from 0 to 9", place = Just (Place {line = 1, column = 4})})
-- >>> runParser sign (C.pack "1")
-- Left (InputError {message = "expected '+' or '-'", place = Just (Place {line = 1, column = 1})})
instance Alternative Parser where
  empty = Parser $ \_ i -> Failed (Missing i i [])
  {-# INLINE empty #-}
  Parser p <|> Parser q = Parser $ \text i -> case p text i of
    Failed (Missing j at what) | j == i -> case q text i of
      Failed (Missing k at' what') | k == i -> Failed (Missing i (max at at') (what ++ what'))
      other -> other
    result -> result
  {-# INLINE (<|>) #-}
  many (Parser p) = Parser $ \text ->
    let go items i = case p text i of
          Done item j | j > i -> go (item : items) j
          Failed (Missing j _ _) | j == i -> Done (reverse items) i
          Failed why -> Failed why
          Done _ _ -> Done (reverse items) i -- an item without characters would come for ever
     in go []
  {-# INLINE many #-}
  some p = (:) <$> p <*> many p
  {-# INLINE some #-}

-- | Read a whole text, to its end. Lines may end in CRLF, and line ends at the very end of the text do not
-- count.
--
-- >>> runParser (decimal 0 9) (C.pack "7\r\n\n")
-- Right 7
-- >>> runParser (decimal 0 9) (C.pack "7,")
-- Left (InputError {message = "expected the end of the line", place = Just (Place {line = 1, column = 2})})
runParser :: Parser a -> ByteString -> Either InputError a
runParser parser raw = case p (Source text (S.toShort text)) 0 of
  Done a _ -> Right a
  Failed why -> Left (explained text why)
  where
    Parser p = parser <* endOfInput
    text = B.dropWhileEnd (== 10) (if B.elem 13 raw then unixLines raw else raw)
{-# INLINE runParser #-}

-- | The end of the text, which 'runParser' expects by itself. Here it is for checks that come after the
-- syntax of the whole. A line too many is refused where it begins.
endOfInput :: Parser ()
endOfInput = Parser $ \text i ->
  if i >= size text
    then Done () i
    else
      if stands '\n' text i
        then Failed (Missing i (i + 1) ["no more lines"])
        else expected i "the end of the line"
{-# INLINE endOfInput #-}

-- | CRLF to LF. A CR that ends no line stays, to be refused where it stands.
unixLines :: ByteString -> ByteString
unixLines raw = B.concat (go raw)
  where
    go text = case B.breakSubstring (C.pack "\r\n") text of
      (before, rest)
        | B.null rest -> [before]
        | otherwise -> before : go (B.drop 1 rest)

-- | A text twice over: to cut pieces out of, and to read characters from, which is much the faster where
-- there is no foreign pointer to keep alive.
data Source = Source !ByteString !ShortByteString

size :: Source -> Int
size (Source _ text) = S.length text
{-# INLINE size #-}

-- | The character at an offset, which the caller knows to be within the text.
charAt :: Source -> Int -> Char
charAt text i = w2c (byteAt text i)
{-# INLINE charAt #-}

byteAt :: Source -> Int -> Word8
byteAt (Source _ text) = S.index text
{-# INLINE byteAt #-}

-- | Does this character stand at this offset?
stands :: Char -> Source -> Int -> Bool
stands c text i = i < size text && charAt text i == c
{-# INLINE stands #-}

-- | The text from this offset on, which is not beyond the end.
from :: Int -> Source -> ByteString
from i (Source text _) = B.unsafeDrop i text
{-# INLINE from #-}

-- | The text from one offset to before another, which are in order and not beyond the end.
slice :: Int -> Int -> Source -> ByteString
slice i j text = B.unsafeTake (j - i) (from i text)
{-# INLINE slice #-}
