{-# LANGUAGE BangPatterns #-}

-- |
-- Reading a puzzle's text: the words of attoparsec, for parsers that say at which line no valid input could
-- go on.
--
-- Nothing is forgiven: no blanks, no @+@, no digits of other scripts, no number outside its bounds. In every
-- parser numbers (bounds, limits, places) come first, then what is expected there ("a lower-case letter"; the
-- word "expected" is added here), then what may stand there.
module AoC.Input
  ( -- * Running
    Parser,
    runParser,
    InputError (..),
    Place (..),

    -- * Tokens
    decimal,
    string,
    char,
    satisfy,
    takeWhile1,
    takeUpTo,
    foldWhile1,
    nameUpTo,
    oneOf,

    -- * Ends
    endOfLine,
    blankLine,
    endOfInput,
    atEnd,

    -- * Repetition and choice
    sepBy1,
    many1,
    choice,
    optional,
    many,
    (<|>),

    -- * Lines
    linesOf,
    linesOfUpTo,
    distinctLinesUpTo,
    blockOfUpTo,
    foldLines,
    foldBlock,
    blocksUpTo,

    -- * Vectors
    decimals,
    decimalsUpTo,
    vectorOfLines,
    vectorOfLinesUpTo,

    -- * Errors
    offset,
    failAt,
    tooSoon,
    failWhole,
  )
where

import AoC.Input.Error (Failure (..), InputError (..), Place (..))
import AoC.Input.Parser
import Control.Applicative (Alternative (..), optional)
import Control.Monad (when)
import Control.Monad.ST (runST)
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import Data.Char (isAsciiLower, isDigit)
import Data.Foldable (asum)
import qualified Data.Set as Set
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M

-- Tokens ----------------------------------------------------------------------------------------------------

-- | @decimal low high@: ASCII digits, after a @-@ only where @low@ is negative. The value is refused unless
-- it lies within the bounds, however many digits it has.
--
-- >>> runParser (decimal 0 99) (C.pack "18446744073709551617")
-- Left (InputError {message = "expected a number from 0 to 99", place = Just (Place {line = 1, column = 1})})
decimal :: Int -> Int -> Parser Int
decimal low high = Parser $ \text i ->
  let minus = low < 0 && stands '-' text i
      start = if minus then i + 1 else i
      -- A value that would not fit an Int is -1 from there on.
      go !n !j
        | j < size text, isDigit (charAt text j) = go (grow n (digit text j)) (j + 1)
        | j > start, n >= 0, value >= low, value <= high = Done value j
        | otherwise = expected i (between low high)
        where
          value = if minus then negate n else n
   in go 0 start
  where
    grow n d = if n < 0 || n > (maxBound - 9) `quot` 10 then -1 else 10 * n + d
    digit text j = fromIntegral (byteAt text j) - 48
{-# INLINE decimal #-}

between :: Int -> Int -> String
between low high = "a number from " ++ show low ++ " to " ++ show high
{-# NOINLINE between #-}

-- | Exactly this, all of it. It has no result, so that a line of a @do@ block may be a string alone.
string :: String -> Parser ()
string s = Parser $ \text i ->
  let wanted = C.pack s
      found = C.take (C.length wanted) (from i text)
   in if wanted == found then Done () (i + C.length wanted) else expected i (show s)
{-# INLINE string #-}

-- | Exactly this character.
char :: Char -> Parser ()
char c = Parser $ \text i -> if stands c text i then Done () (i + 1) else expected i (show c)
{-# INLINE char #-}

-- | A character of this kind.
satisfy :: String -> (Char -> Bool) -> Parser Char
satisfy what allowed = Parser $ \text i ->
  if i < size text && allowed (charAt text i) then Done (charAt text i) (i + 1) else expected i what
{-# INLINE satisfy #-}

-- | The longest run of characters of this kind, at least one.
takeWhile1 :: String -> (Char -> Bool) -> Parser ByteString
takeWhile1 what allowed = Parser $ \text i ->
  let go !j
        | j < size text, allowed (charAt text j) = go (j + 1)
        | j > i = Done (slice i j text) j
        | otherwise = expected j what
   in go i
{-# INLINE takeWhile1 #-}

-- | 'takeWhile1', folded from the left.
foldWhile1 :: String -> (Char -> Bool) -> (s -> Char -> s) -> s -> Parser s
foldWhile1 what allowed step start = Parser $ \text i ->
  let go !s j
        | j < size text, let c = charAt text j, allowed c = go (step s c) (j + 1)
        | j > i = Done s j
        | otherwise = expected j what
   in go start i
{-# INLINE foldWhile1 #-}

-- | 'takeWhile1', of at most so many of these.
--
-- >>> runParser (takeUpTo 3 "signs" "a sign" (`elem` "+-")) (C.pack "+-+-")
-- Left (InputError {message = "expected at most 3 signs", place = Just (Place {line = 1, column = 1})})
takeUpTo :: Int -> String -> String -> (Char -> Bool) -> Parser ByteString
takeUpTo most these what allowed = do
  at <- offset
  run <- takeWhile1 what allowed
  when (C.length run > most) $ failAt at ("at most " ++ show most ++ " " ++ these)
  pure run
{-# INLINE takeUpTo #-}

-- | One letter a-z or more, at most so many.
--
-- >>> runParser (nameUpTo 3) (C.pack "two")
-- Right "two"
nameUpTo :: Int -> Parser ByteString
nameUpTo most = takeUpTo most "letters" "a lower-case letter" isAsciiLower
{-# INLINE nameUpTo #-}

-- | One of these, tried in order, for the value beside it.
--
-- >>> runParser (oneOf [("down", 1), ("up", -1)]) (C.pack "left")
-- Left (InputError {message = "expected \"down\" or \"up\"", place = Just (Place {line = 1, column = 1})})
oneOf :: [(String, a)] -> Parser a
oneOf choices = Parser $ \text i ->
  let try [] = Failed (Missing i i (map (show . fst) choices))
      try ((s, a) : others) = case string s of
        Parser p -> case p text i of
          Done () j -> Done a j
          Failed _ -> try others
   in try choices
{-# INLINE oneOf #-}

-- Ends ------------------------------------------------------------------------------------------------------

-- | Exactly one line end. Where the text ends instead, it is the next line that is missing.
--
-- >>> runParser (decimal 0 9 <* endOfLine) (C.pack "7")
-- Left (InputError {message = "expected another line", place = Just (Place {line = 2, column = 1})})
endOfLine :: Parser ()
endOfLine = Parser $ \text i ->
  if stands '\n' text i
    then Done () (i + 1)
    else
      if i < size text
        then expected i "the end of the line"
        else Failed (Missing i (i + 1) ["another line"])
{-# INLINE endOfLine #-}

-- | The end of a line, and a blank line after it.
blankLine :: Parser ()
blankLine = Parser $ \text i ->
  if stands '\n' text i && stands '\n' text (i + 1)
    then Done () (i + 2)
    else
      if stands '\n' text i
        then Failed (Missing i (i + 1) ["a blank line"])
        else let Parser end = endOfLine in end text i
{-# INLINE blankLine #-}

-- | Has the text been used up?
atEnd :: Parser Bool
atEnd = Parser $ \text i -> Done (i >= size text) i
{-# INLINE atEnd #-}

-- Repetition and choice -------------------------------------------------------------------------------------

-- | One item or more, with this between them.
--
-- >>> runParser (decimal 0 9 `sepBy1` string ", ") (C.pack "1, 2, 3")
-- Right [1,2,3]
sepBy1 :: Parser a -> Parser s -> Parser [a]
sepBy1 item separator = (:) <$> item <*> many (separator *> item)
{-# INLINE sepBy1 #-}

-- | One item or more. 'many' is none or more.
many1 :: Parser a -> Parser [a]
many1 = some
{-# INLINE many1 #-}

-- | The first that succeeds, as '<|>' has it.
choice :: [Parser a] -> Parser a
choice = asum
{-# INLINE choice #-}

-- Lines -----------------------------------------------------------------------------------------------------

-- | One item a line, up to the end of the text.
linesOf :: Parser a -> Parser [a]
linesOf item = reverse <$> foldLines (\items -> (: items) <$> item) []
{-# INLINE linesOf #-}

-- | 'linesOf', for at most so many. A line more is refused where it begins.
--
-- >>> runParser (linesOfUpTo 2 (decimal 0 9)) (C.pack "1\n2\n3")
-- Left (InputError {message = "expected at most 2 lines", place = Just (Place {line = 3, column = 1})})
linesOfUpTo :: Int -> Parser a -> Parser [a]
linesOfUpTo most item = reverse . snd <$> foldLines (oneMore most item) (0, [])
{-# INLINE linesOfUpTo #-}

-- | @distinctLinesUpTo most what key item@: 'linesOfUpTo', where no two items have the same key. @what@ was
-- expected where the later one begins.
--
-- >>> runParser (distinctLinesUpTo 9 "another ten" (`div` 10) (decimal 0 99)) (C.pack "7\n15\n12")
-- Left (InputError {message = "expected another ten", place = Just (Place {line = 3, column = 1})})
distinctLinesUpTo :: Ord key => Int -> String -> (a -> key) -> Parser a -> Parser [a]
distinctLinesUpTo most what key item = reverse . snd <$> foldLines oneMoreKey (Set.empty, [])
  where
    oneMoreKey (keys, items) = do
      at <- offset
      found <- itemAfter (Set.size keys) most item
      let more = Set.insert (key found) keys
      when (Set.size more == Set.size keys) $ failAt at what
      pure (more, found : items)
{-# INLINE distinctLinesUpTo #-}

-- | 'linesOfUpTo', for lines up to a blank line or the end of the text.
blockOfUpTo :: Int -> Parser a -> Parser [a]
blockOfUpTo most item = reverse . snd <$> foldBlock (oneMore most item) (0, [])
{-# INLINE blockOfUpTo #-}

oneMore :: Int -> Parser a -> (Int, [a]) -> Parser (Int, [a])
oneMore most item (n, items) = (\found -> (n + 1, found : items)) <$> itemAfter n most item
{-# INLINE oneMore #-}

-- | An item after n others, unless these are the most that there may be.
itemAfter :: Int -> Int -> Parser a -> Parser a
itemAfter n most item = do
  at <- offset
  when (n == most) $ failAt at ("at most " ++ show most ++ " lines")
  item
{-# INLINE itemAfter #-}

-- | A value that each line changes, from the first up to the end of the text: for lines that have to suit
-- those before.
--
-- >>> let more n = failAt <$> offset <*> pure "a greater number" >>= \no -> decimal 0 9 >>= \m -> if m > n then pure m else no
-- >>> runParser (foldLines more 0) (C.pack "1\n5\n7")
-- Right 7
-- >>> runParser (foldLines more 0) (C.pack "1\n5\n3")
-- Left (InputError {message = "expected a greater number", place = Just (Place {line = 3, column = 1})})
foldLines :: (s -> Parser s) -> s -> Parser s
foldLines = foldUntil (\_ _ -> False)
{-# INLINE foldLines #-}

-- | 'foldLines', for lines up to a blank line or the end of the text.
foldBlock :: (s -> Parser s) -> s -> Parser s
foldBlock = foldUntil (\text i -> stands '\n' text i && stands '\n' text (i + 1))
{-# INLINE foldBlock #-}

-- | @blocksUpTo most what block@: one block or more with a blank line between two, up to the end of the text.
-- @block@ is told how many come before it. Of @what@ there are at most so many: one more is refused where it
-- begins.
--
-- >>> runParser (blocksUpTo 2 "lists" (\_ -> decimals 0 9 '\n')) (C.pack "1\n2\n\n3")
-- Right [[1,2],[3]]
-- >>> runParser (blocksUpTo 2 "digits" (\n -> decimal n n)) (C.pack "0\n\n1\n\n2")
-- Left (InputError {message = "expected at most 2 digits", place = Just (Place {line = 5, column = 1})})
blocksUpTo :: Int -> String -> (Int -> Parser a) -> Parser [a]
blocksUpTo most what block = go 0
  where
    go n = do
      at <- offset
      when (n == most) $ failAt at ("at most " ++ show most ++ " " ++ what)
      found <- block n
      done <- atEnd
      (found :) <$> if done then pure [] else blankLine *> go (n + 1)
{-# INLINE blocksUpTo #-}

foldUntil :: (Source -> Int -> Bool) -> (s -> Parser s) -> s -> Parser s
foldUntil stop step start = Parser $ \text ->
  let go s i =
        let Parser p = step s
         in case p text i of
              Failed why -> Failed why
              Done s' j
                | j >= size text || stop text j -> Done s' j
                | stands '\n' text j -> go s' (j + 1)
                | otherwise -> expected j "the end of the line"
   in go start
{-# INLINE foldUntil #-}

-- Vectors ---------------------------------------------------------------------------------------------------

-- | @decimals low high separator@: one number or more on a line.
--
-- >>> runParser (decimals 0 9 ',') (C.pack "1,2,3")
-- Right [1,2,3]
decimals :: Int -> Int -> Char -> Parser (U.Vector Int)
decimals = decimalsUpTo maxBound
{-# INLINE decimals #-}

-- | 'decimals', for at most so many.
decimalsUpTo :: Int -> Int -> Int -> Char -> Parser (U.Vector Int)
decimalsUpTo most low high separator = vectorSepBy1 most separator (decimal low high)
{-# INLINE decimalsUpTo #-}

-- | One item a line, up to the end of the text.
vectorOfLines :: U.Unbox a => Parser a -> Parser (U.Vector a)
vectorOfLines = vectorOfLinesUpTo maxBound
{-# INLINE vectorOfLines #-}

-- | 'vectorOfLines', for at most so many. A line more is refused where it begins.
vectorOfLinesUpTo :: U.Unbox a => Int -> Parser a -> Parser (U.Vector a)
vectorOfLinesUpTo most item = vectorSepBy1 most '\n' item <* endOfInput
{-# INLINE vectorOfLinesUpTo #-}

-- | One item or more, at most so many, with this character between them. Where it is a line end, a blank line
-- ends the list.
vectorSepBy1 :: U.Unbox a => Int -> Char -> Parser a -> Parser (U.Vector a)
vectorSepBy1 most c (Parser item) = Parser $ \text i0 -> runST $ do
  -- As many items as the separator could part, on this line unless it parts lines.
  let rest = from i0 text
      room = min most (1 + C.count c (if c == '\n' then rest else C.takeWhile (/= '\n') rest))
  items <- M.unsafeNew room
  let go !n i = case item text i of
        Failed why -> pure (Failed why)
        Done a j -> do
          M.unsafeWrite items n a
          if stands c text j && not (c == '\n' && stands c text (j + 1))
            then next (n + 1) (j + 1)
            else finish (n + 1) j
      next n j = if n < room then go n j else pure (tooMany j)
      tooMany j = Failed (Refused j ("at most " ++ show most ++ (if c == '\n' then " lines" else " items")))
      finish n j = do
        vector <- U.unsafeFreeze (M.unsafeTake n items)
        pure (Done vector j)
  go 0 i0
{-# INLINE vectorSepBy1 #-}

-- Errors ----------------------------------------------------------------------------------------------------

-- | Where the parser stands, for a later 'failAt'.
offset :: Parser Int
offset = Parser $ \_ i -> Done i i
{-# INLINE offset #-}

-- | @failAt place what@: @what@ was expected at that 'offset'. No alternative is tried.
failAt :: Int -> String -> Parser a
failAt at what = Parser $ \_ _ -> Failed (Refused at what)
{-# INLINE failAt #-}

-- | There is no @what@, and the text could have gone on: an error on the line after the last.
tooSoon :: String -> Parser a
tooSoon what = Parser $ \text _ -> Failed (Refused (size text + 1) what)
{-# INLINE tooSoon #-}

-- | The syntax is right, but the text as a whole is not: what is wrong with it, in full. No line is to blame.
--
-- >>> runParser (decimal 0 9 *> failWhole "the scanners are not all connected by overlaps" :: Parser ()) (C.pack "7")
-- Left (InputError {message = "the scanners are not all connected by overlaps", place = Nothing})
failWhole :: String -> Parser a
failWhole why = Parser $ \_ _ -> Failed (OfWhole why)
{-# INLINE failWhole #-}
