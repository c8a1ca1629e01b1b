-- |
-- As much of TOML as @inputs/*/*/cases.toml@ are written in. Anything else is an error with its line.
module AoC.Toml (Value (..), Table, toml) where

import AoC.Input
import Control.Monad (unless, void, when)
import Data.ByteString (ByteString)
import qualified Data.ByteString as B
import qualified Data.ByteString.Char8 as C
import Data.Char (chr, digitToInt, isAsciiLower, isAsciiUpper, isDigit, isHexDigit)
import Data.Maybe (isJust)
import qualified Data.Text as T
import qualified Data.Text.Encoding as T

data Value
  = Text ByteString
  | Number Int
  | Flag Bool
  | List [Value]
  | Inline Table
  | -- | All tables of this name, in order: @[[name]]@.
    Tables [Table]
  deriving (Eq, Show)

-- | Keys and their values, in order.
type Table = [(String, Value)]

-- | A whole file.
toml :: ByteString -> Either InputError Table
toml = runParser (nothing *> pairs >>= sections)

-- | The tables that have headers, after what is there already.
sections :: Table -> Parser Table
sections before = (section before >>= sections) <|> pure before

section :: Table -> Parser Table
section before = do
  at <- offset
  several <- oneOf [("[[", True), ("[", False)]
  name <- key
  string (if several then "]]" else "]")
  endOfPair
  table <- pairs
  case lookup name before of
    Nothing -> pure (before ++ [(name, if several then Tables [table] else Inline table)])
    Just (Tables tables) | several -> pure [(k, if k == name then Tables (tables ++ [table]) else v) | (k, v) <- before]
    Just _ -> failAt at "a table of another name"

-- | A key and a value a line, as long as there are any.
pairs :: Parser Table
pairs = go []
  where
    go before = (pair before <* endOfPair >>= go) <|> pure (reverse before)

-- | One pair more, after those that are there, the last first.
pair :: Table -> Parser Table
pair before = do
  at <- offset
  name <- key
  when (isJust (lookup name before)) $ failAt at "a key that is new here"
  blanks *> char '=' *> blanks
  found <- value
  pure ((name, found) : before)

key :: Parser String
key = C.unpack <$> takeWhile1 "a key" (\c -> isAsciiLower c || isAsciiUpper c || isDigit c || c == '_' || c == '-')

value :: Parser Value
value = choice [Text <$> text, Number <$> decimal minBound maxBound, Flag <$> oneOf [("true", True), ("false", False)], list, inline]

list, inline :: Parser Value
list = List <$> (char '[' *> blanks *> (commas value <|> pure []) <* char ']')
inline = Inline . reverse <$> (char '{' *> blanks *> (go [] <|> pure []) <* char '}')
  where
    go before = do
      table <- pair before <* blanks
      (char ',' *> blanks *> go table) <|> pure table

commas :: Parser a -> Parser [a]
commas item = (item <* blanks) `sepBy1` (char ',' <* blanks)

-- | A string in double quotes, or in three of them on several lines; or the same in single quotes, without
-- escapes.
text :: Parser ByteString
text =
  choice
    [ string "\"\"\"" *> optional endOfLine *> upTo "\"\"\"" (escape <|> letter "\n"),
      char '"' *> upTo "\"" (escape <|> letter ""),
      string "'''" *> optional endOfLine *> upTo "'''" (letter "\n\\"),
      char '\'' *> upTo "'" (letter "\\")
    ]
  where
    letter more = C.singleton <$> satisfy "a character of a string" (\c -> c >= ' ' && c /= '\\' || c == '\t' || c `elem` more)

-- | Pieces, up to this.
upTo :: String -> Parser ByteString -> Parser ByteString
upTo end piece = B.concat <$> go
  where
    go = ([] <$ string end) <|> ((:) <$> piece <*> go)

escape :: Parser ByteString
escape = char '\\' *> choice [C.singleton <$> oneOf [("n", '\n'), ("r", '\r'), ("t", '\t'), ("\"", '"'), ("\\", '\\')], char 'u' *> unicode]

unicode :: Parser ByteString
unicode = do
  at <- offset
  digits <- mapM (const (satisfy "a hexadecimal digit" isHexDigit)) [1 .. 4 :: Int]
  let code = foldl (\n digit -> 16 * n + digitToInt digit) 0 digits
  unless (code < 0xD800 || code > 0xDFFF) $ failAt at "a character"
  pure (T.encodeUtf8 (T.singleton (chr code)))

-- | The end of a line with a pair or a header, and the lines after it that say nothing.
endOfPair :: Parser ()
endOfPair = do
  blanks <* optional comment
  done <- atEnd
  unless done (endOfLine *> nothing)

-- | Blank lines and comments.
nothing :: Parser ()
nothing = void (many (endOfLineHere <|> comment))
  where
    endOfLineHere = char '\n'

comment :: Parser ()
comment = char '#' <* many (satisfy "a character" (/= '\n'))

blanks :: Parser ()
blanks = void (many (char ' '))
