"""The harness: runs the same input through every language, compares the answers, and times them.

Where what is. A command is one module, named as the command is where that is no word of Python; what it does is in the
modules beside it.

commands     run, listing (list), agree, generate, conform, time_command (time), scale_command (scale), compare, publish,
             new, done, watch, fetch, submit (also remember); mine is `run --mine`. Together: __main__, options
the tree     repository, languages, days, advent (the calendar), cases, inputs, aocd_files, files, stored, provenance;
             puzzles/ is what a valid input of each day is, lists/ where the languages list their days
solvers      solver asks a program and process runs it; protocol is what they say; inprocess is a program around a Python module;
             guests and cold_solver are other people's
answers      outcome is all that can come of asking; verdict compares answers, try_cases holds them against cases,
             consensus finds the one to submit; agreement and mutate make texts on which to disagree
times        session times days by timing; estimate is the statistics, results what is kept; scale and scaling for growing
             inputs; figures gathers layers, memory, code_size and build_time, and cold runs a program for them
December     facts is what a day that is done has; jobs, watched, rebuild and trial are the work of watch; site asks the site
shown        report (tables), timing_report, figures_report, watch_report, progress, samples (numbers for people);
             pictures draws, gallery says which there are
errors       what is told in one line
"""
