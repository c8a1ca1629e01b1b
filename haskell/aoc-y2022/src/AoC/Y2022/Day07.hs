-- |
-- 2022 day 7, No Space Left On Device <https://adventofcode.com/2022/day/7>
--
-- The sum of the total sizes of all directories of at most 100,000 (part 1), and the least total size of a
-- directory without which at most 40,000,000 are left (part 2).
--
-- The idea: the log has a grammar, and its parse tree is the tree of directories:
--
-- > log of a directory  =  "$ ls", its listing, and for each directory in it, in any order,
-- >                        "$ cd name", the log of that directory, and "$ cd .." or the end of the text
--
-- So the parser is recursive where the directories are. It needs no current directory and no path, and equal
-- names in different places are no problem. The total sizes are one fold of the tree:
--
-- > $ cd /
-- > $ ls
-- > dir a
-- > 5 b         / has 5 of its own, and 7 in all
-- > $ cd a
-- > $ ls
-- > 2 c         /a has 2
module AoC.Y2022.Day07 (parse, part1, part2) where

import AoC.Input (InputError, Parser, atEnd, char, decimal, endOfLine, failAt, failWhole, nameUpTo, offset, optional, runParser, string, tooSoon, (<|>))
import Control.Monad (unless, when)
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as C
import Data.Foldable (toList)
import Data.List.NonEmpty (NonEmpty (..))
import qualified Data.Map.Strict as Map
import Data.Maybe (catMaybes)
import qualified Data.Set as Set
import Data.Tree (Tree (..), foldTree)

-- | The directories, each with the size of its own files.
parse :: ByteString -> Either InputError (Tree Int)
parse = runParser $ do
  line 0 (string "$ cd /")
  (_, tree) <- directory 0 1
  at <- offset
  done <- atEnd
  unless done $ failAt at "no more lines, since all directories have been entered"
  when (sum tree > 70000000) $ failWhole "the files do not fit on the disk"
  pure tree

-- | The next line, given how many come before it.
line :: Int -> Parser a -> Parser a
line before item = do
  at <- offset
  done <- atEnd
  when done $ tooSoon "another line, since not all directories have been entered and listed"
  when (before == 5000) $ failAt at "at most 5,000 lines"
  found <- item
  final <- atEnd
  unless final endOfLine
  pure found

-- | The log of a directory at this depth, given how many lines come before it; with the number of lines up to
-- its end.
directory :: Int -> Int -> Parser (Int, Tree Int)
directory depth before = do
  line before (string "$ ls")
  listed <- listing (before + 1) Map.empty
  let own = sum (catMaybes (Map.elems listed))
      inside = Map.keysSet (Map.filter (== Nothing) listed)
  fmap (Node own) <$> subdirectories depth (before + 1 + Map.size listed) inside

-- | What is listed besides these: each name, and its size if it is a file.
listing :: Int -> Map.Map ByteString (Maybe Int) -> Parser (Map.Map ByteString (Maybe Int))
listing before known = do
  at <- offset
  done <- atEnd
  next <- if done then pure Nothing else optional (line before entry)
  case next of
    Nothing -> pure known
    Just (name, _) | name `Map.member` known -> failAt at "a name that is not listed yet"
    Just (name, size) -> listing (before + 1) (Map.insert name size known)
  where
    entry = directoryEntry <|> fileEntry
    directoryEntry = do
      name <- string "dir " *> nameUpTo 20
      pure (name, Nothing)
    fileEntry = do
      size <- decimal 1 99999999 <* char ' '
      name <- nameUpTo 20
      ending <- optional (char '.' *> nameUpTo 5)
      pure (name <> maybe C.empty (C.cons '.') ending, Just size)

-- | The logs of these directories, in the directory at this depth.
subdirectories :: Int -> Int -> Set.Set ByteString -> Parser (Int, [Tree Int])
subdirectories depth before waiting
  | Set.null waiting = pure (before, [])
  | otherwise = do
    at <- offset
    name <- line before (string "$ cd " *> nameUpTo 20)
    when (name `Set.notMember` waiting) $ failAt at "a directory that is listed here and has not been entered"
    when (depth == 60) $ failAt at "at most 60 directories inside each other"
    (during, tree) <- directory (depth + 1) (before + 1)
    done <- atEnd
    unless done $ line during (string "$ cd ..")
    fmap (tree :) <$> subdirectories depth (if done then during else during + 1) (Set.delete name waiting)

part1, part2 :: Tree Int -> Int
part1 = sum . filter (<= 100000) . toList . totals
part2 tree = minimum (total :| filter (>= total - 40000000) (toList sizes))
  where
    sizes@(Node total _) = totals tree

-- | The total size of each directory.
totals :: Tree Int -> Tree Int
totals = foldTree (\own inside -> Node (own + sum (map rootLabel inside)) inside)
