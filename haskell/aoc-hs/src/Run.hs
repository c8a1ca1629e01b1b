-- |
-- Running a day so that nothing it does can end the program.
module Run (attempt, profile, version) where

import Control.Exception
import Data.Version (showVersion)
import System.Exit (ExitCode)
import System.Info (fullCompilerVersion)

-- | What an action gave, or how it crashed. Exhausting the stack or the heap is a crash; an exit and a signal
-- to stop are not.
attempt :: IO a -> IO (Either String a)
attempt action =
  fmap Right action
    `catches` [ Handler $ \e -> throwIO (e :: ExitCode),
                Handler $ \e -> case e of
                  UserInterrupt -> throwIO e
                  ThreadKilled -> throwIO e
                  _ -> crashed (toException e),
                Handler crashed
              ]
  where
    crashed = pure . Left . reason

reason :: SomeException -> String
reason e = case lines (show e) of
  [] -> "an exception without a name"
  said -> unwords said

-- | The compiler.
version :: String
version = "ghc " ++ showVersion fullCompilerVersion

-- | Whether this was optimised, as far as the compiler shows: only then does it heed RULES.
profile :: String
profile = builtAs ()

builtAs, optimised :: () -> String
builtAs () = "debug"
optimised () = "release"
{-# NOINLINE builtAs #-}
{-# NOINLINE optimised #-}

{-# RULES "built with -O" builtAs () = optimised () #-}
