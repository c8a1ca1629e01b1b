//! [Reactor](https://adventofcode.com/2025/day/11): the number of paths through a network without cycles from
//! `you` to `out` (part 1), and from `svr` to `out` by way of both `dac` and `fft` (part 2).
//!
//! **Topological order.** Kahn's algorithm puts the devices in an order in which all connections lead
//! forward; if some are left over, there is a cycle. From then on a device is its place in this order.
//!
//! **One pass.** Between two devices, the count of each place is added to the places that it leads to, from
//! one place to the next. On a path by way of both `dac` and `fft`, the first in the order comes first. So
//! the pass goes from `svr` to the first, where all other counts are forgotten, on to the second, likewise,
//! and on to `out`.

use std::mem;

use aoc_core::text::{InputError, Reader};

const MOST_LINES: usize = 2_000;
const MOST_TARGETS: usize = 30;
const MOST_PATHS: u128 = 10_u128.pow(36);
const LETTERS: usize = 26;

/// Devices in topological order.
pub struct Input {
    /// Where the targets of each device start, and where all end.
    starts: Vec<usize>,
    targets: Vec<u16>,
    you: Option<usize>,
    svr: Option<usize>,
    dac: Option<usize>,
    fft: Option<usize>,
    out: Option<usize>,
}

/// Devices in the order in which they are first named.
struct Network {
    /// For each name, the index of its device plus one; 0 for a name that has none.
    names: Vec<u16>,
    devices: Vec<Device>,
    targets: Vec<u16>,
}

#[derive(Clone, Default)]
struct Device {
    /// Where its targets start and end.
    targets: (usize, usize),
    /// The number of devices that it is a target of, and the last line that names it as one.
    sources: u16,
    last_line: u16,
}

/// Reads a device and its targets a line.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let mut network = Network {
        names: vec![0; LETTERS.pow(3)],
        devices: Vec::with_capacity(text.len() / 8),
        targets: Vec::with_capacity(text.len() / 4),
    };
    let mut number = 0;
    reader.lines_up_to(MOST_LINES, |line| {
        number += 1;
        network.line(line, number)
    })?;
    match network.sort() {
        Ok(input) => Ok(input),
        Err(message) => Err(reader.error_of_whole(message)),
    }
}

impl Network {
    /// Reads a line such as `abc: def ghi`.
    fn line(&mut self, line: &mut Reader, number: u16) -> Result<(), InputError> {
        let at = line.at();
        let source = self.device(line)?;
        if self.find(b"out") == Some(source) || self.devices[source].targets.1 > 0 {
            return Err(line.error("a device that is not `out` and has no line yet", at));
        }
        line.literal(": ")?;
        let start = self.targets.len();
        loop {
            let at = line.at();
            let target = self.device(line)?;
            let device = &mut self.devices[target];
            if mem::replace(&mut device.last_line, number) == number {
                return Err(line.error("a device that is not in the line yet", at));
            }
            if self.targets.len() == start + MOST_TARGETS {
                return Err(line.error("at most 30 targets", at));
            }
            device.sources += 1;
            self.targets.push(target as u16);
            if line.peek() != Some(b' ') {
                break;
            }
            line.skip(1);
        }
        self.devices[source].targets = (start, self.targets.len());
        Ok(())
    }

    /// Reads a name, and gives its device.
    #[inline(always)]
    fn device(&mut self, line: &mut Reader) -> Result<usize, InputError> {
        match line.rest().first_chunk() {
            Some(name) if name.iter().all(u8::is_ascii_lowercase) => {
                line.skip(name.len());
                let known = &mut self.names[index(name)];
                if *known == 0 {
                    self.devices.push(Device::default());
                    *known = self.devices.len() as u16;
                }
                Ok(usize::from(*known - 1))
            }
            _ => Err(line.error("a name of three lower-case letters", line.at())),
        }
    }

    fn find(&self, name: &[u8; 3]) -> Option<usize> {
        usize::from(self.names[index(name)]).checked_sub(1)
    }

    /// Puts the devices in topological order.
    fn sort(mut self) -> Result<Input, &'static str> {
        let count = self.devices.len();
        let mut order: Vec<usize> = (0..count).filter(|&at| self.devices[at].sources == 0).collect();
        // The paths that end at each device: one is empty.
        let mut paths = vec![1_u128; count];
        let mut all_paths = 0_u128;
        let mut done = 0;
        while let Some(&source) = order.get(done) {
            done += 1;
            all_paths = all_paths.saturating_add(paths[source]);
            let (start, end) = self.devices[source].targets;
            for &target in &self.targets[start..end] {
                let target = usize::from(target);
                paths[target] = paths[target].saturating_add(paths[source]);
                self.devices[target].sources -= 1;
                if self.devices[target].sources == 0 {
                    order.push(target);
                }
            }
        }
        if done < count {
            return Err("the wires form a cycle");
        }
        if all_paths > MOST_PATHS {
            return Err("there are more than 10^36 paths");
        }
        let mut places = vec![0; count];
        for (place, &device) in order.iter().enumerate() {
            places[device] = place as u16;
        }
        let mut targets = Vec::with_capacity(self.targets.len());
        let mut starts = Vec::with_capacity(count + 1);
        for &device in &order {
            starts.push(targets.len());
            let (start, end) = self.devices[device].targets;
            targets.extend(self.targets[start..end].iter().map(|&target| places[usize::from(target)]));
        }
        starts.push(targets.len());
        let [you, svr, dac, fft, out] = [b"you", b"svr", b"dac", b"fft", b"out"]
            .map(|name| self.find(name).map(|device| usize::from(places[device])));
        Ok(Input { starts, targets, you, svr, dac, fft, out })
    }
}

fn index(name: &[u8; 3]) -> usize {
    name.iter().fold(0, |index, letter| LETTERS * index + usize::from(letter - b'a'))
}

/// The number of paths from `you` to `out`.
pub fn part1(input: &Input) -> u128 {
    input.you.zip(input.out).map_or(0, |(you, out)| input.paths(&[you, out]))
}

/// The number of paths from `svr` to `out` by way of `dac` and `fft`.
pub fn part2(input: &Input) -> u128 {
    match (input.svr, input.dac, input.fft, input.out) {
        (Some(svr), Some(dac), Some(fft), Some(out)) => input.paths(&[svr, dac.min(fft), dac.max(fft), out]),
        _ => 0,
    }
}

impl Input {
    /// The number of paths by way of some devices, one after the other.
    fn paths(&self, stations: &[usize]) -> u128 {
        let mut count = 1;
        let mut counts = vec![0; self.starts.len() - 1];
        for leg in stations.windows(2) {
            counts.fill(0);
            counts[leg[0]] = count;
            for place in leg[0]..leg[1] {
                let count = counts[place];
                for &target in &self.targets[self.starts[place]..self.starts[place + 1]] {
                    counts[usize::from(target)] += count;
                }
            }
            count = counts[leg[1]];
        }
        count
    }
}
