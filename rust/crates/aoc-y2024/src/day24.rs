//! [Crossed Wires](https://adventofcode.com/2024/day/24): the number that a circuit of gates makes (part 1), and the wires
//! that were exchanged in it, which is meant to be an adder (part 2).
//!
//! **Part 1** runs the gates in topological order.
//!
//! **Part 2.** An exchange of outputs leaves all inputs alone. So the inputs tell what a gate is for, and what a wire
//! leads to tells what should make it. Each gate is judged alone, by this table:
//!
//! ```text
//! gate of a bit            its output leads to         (bit 0)
//! half   x XOR y           XOR and AND                 z00
//! both   x AND y           OR                          XOR and AND
//! sum    half XOR carry    nothing, it is a z
//! pass   half AND carry    OR
//! carry  both OR pass      XOR and AND; the last is the last z
//! ```
//!
//! The allowed exchanges put two gates in the wrong each: a sum with another gate that makes the bit's z instead, or a
//! half with the bit's both. These are exchanged back, and then the circuit is walked from each z to the inputs, to
//! verify that it is the adder, without other gates, and that each pair belongs to a bit of its own.

use aoc_core::text::{InputError, Reader};

const MOST_BITS: usize = 45;
const LEAST_BITS: usize = 5;
const MOST_GATES: usize = 300;
const EXCHANGES: usize = 4;
/// No wire.
const UNSET: u16 = u16::MAX;
/// Letters and digits.
const CHARACTERS: usize = 36;

/// A circuit without cycles. Its wires are numbered: x, y, and then the outputs of the gates.
pub struct Input {
    bits: usize,
    /// The values of x and y.
    values: Vec<u8>,
    gates: Vec<Gate>,
    /// The gates in topological order.
    order: Vec<usize>,
    /// The wires from z00 to the last.
    z: Vec<usize>,
}

struct Gate {
    kind: Kind,
    /// In ascending order.
    inputs: [usize; 2],
    /// The name of the output.
    name: Name,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    And,
    Or,
    Xor,
}

type Name = [u8; 3];

/// Reads the values of x and y, and the gates.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let mut numbers = vec![UNSET; 26 * CHARACTERS * CHARACTERS];
    let mut values = Vec::with_capacity(2 * MOST_BITS);
    while values.len() < MOST_BITS && (values.len() < LEAST_BITS || reader.peek() == Some(b'x')) {
        values.push(value(&mut reader, b'x', values.len())?);
        reader.newline()?;
    }
    let bits = values.len();
    for bit in 0..bits {
        if bit > 0 {
            reader.newline()?;
        }
        values.push(value(&mut reader, b'y', bit)?);
        for (wire, letter) in [(bit, b'x'), (bits + bit, b'y')] {
            numbers[index(numbered(letter, bit))] = wire as u16;
        }
    }
    reader.blank_line()?;
    let mut z = vec![None; bits + 1];
    let mut count = 2 * bits;
    let read = reader.lines_up_to(MOST_GATES, |line| {
        let one = name(line)?;
        let kind = [Kind::And, Kind::Or, Kind::Xor][line.one_of(&[" AND ", " OR ", " XOR "])?];
        let two = name(line)?;
        line.literal(" -> ")?;
        let start = line.at();
        let output = name(line)?;
        let number = &mut numbers[index(output)];
        if matches!(output[0], b'x' | b'y') || *number != UNSET {
            return Err(line.error("an output that is not there already", start));
        } else if output[0] == b'z' {
            match (0..=bits).find(|&bit| numbered(b'z', bit) == output) {
                Some(bit) => z[bit] = Some(count),
                None => return Err(line.error("no more bits in z than x and y can make", start)),
            }
        }
        *number = count as u16;
        count += 1;
        Ok((kind, [one, two], output))
    })?;
    let wire = |name: &Name| match numbers[index(*name)] {
        UNSET => {
            Err(reader.error_of_whole(&format!("nothing sets the wire {}", String::from_utf8_lossy(name))))
        }
        wire => Ok(usize::from(wire)),
    };
    let gates = read.iter().map(|(kind, [one, two], name)| {
        let (one, two) = (wire(one)?, wire(two)?);
        Ok(Gate { kind: *kind, inputs: [one.min(two), one.max(two)], name: *name })
    });
    let gates: Vec<Gate> = gates.collect::<Result<_, _>>()?;
    let z: Option<Vec<usize>> = z.into_iter().collect();
    let z = z.ok_or_else(|| reader.error_of_whole("no gate makes one of the wires in z"))?;
    let order = sort(&gates, 2 * bits).ok_or_else(|| reader.error_of_whole("a wire depends on itself"))?;
    Ok(Input { bits, values, gates, order, z })
}

/// Reads a line such as `x05: 1`.
fn value(reader: &mut Reader, letter: u8, bit: usize) -> Result<u8, InputError> {
    let expected = numbered(letter, bit);
    reader.literal(&String::from_utf8_lossy(&expected))?;
    Ok(reader.one_of(&[": 0", ": 1"])? as u8)
}

/// Reads the name of a wire.
fn name(line: &mut Reader) -> Result<Name, InputError> {
    match line.rest().first_chunk::<3>() {
        Some(name) if name[0].is_ascii_lowercase() && name.iter().all(|&byte| is_character(byte)) => {
            line.skip(name.len());
            Ok(*name)
        }
        _ => Err(line.error("the name of a wire, such as `a1b`", line.at())),
    }
}

fn is_character(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit()
}

fn numbered(letter: u8, number: usize) -> Name {
    [letter, b'0' + (number / 10) as u8, b'0' + (number % 10) as u8]
}

/// A number for each name.
fn index(name: Name) -> usize {
    name.iter().fold(0, |index, &byte| {
        let character = if byte.is_ascii_digit() { byte - b'0' + 26 } else { byte - b'a' };
        CHARACTERS * index + usize::from(character)
    })
}

/// Puts the gates in topological order, depth first.
fn sort(gates: &[Gate], first: usize) -> Option<Vec<usize>> {
    #[derive(Clone, Copy, PartialEq)]
    enum State {
        New,
        Open,
        Done,
    }
    fn visit(at: usize, gates: &[Gate], first: usize, states: &mut [State], order: &mut Vec<usize>) -> bool {
        match states[at] {
            State::Done => return true,
            State::Open => return false,
            State::New => states[at] = State::Open,
        }
        let before = gates[at].inputs.iter().filter_map(|input| input.checked_sub(first));
        let fits = { before }.all(|gate| visit(gate, gates, first, states, order));
        states[at] = State::Done;
        order.push(at);
        fits
    }
    let mut states = vec![State::New; gates.len()];
    let mut order = Vec::with_capacity(gates.len());
    (0..gates.len()).all(|at| visit(at, gates, first, &mut states, &mut order)).then_some(order)
}

/// The number that z makes.
pub fn part1(input: &Input) -> u64 {
    let mut values = input.values.clone();
    values.resize(values.len() + input.gates.len(), 0);
    for &at in &input.order {
        let Gate { kind, inputs, .. } = &input.gates[at];
        let [one, two] = inputs.map(|wire| values[wire]);
        values[input.values.len() + at] = match kind {
            Kind::And => one & two,
            Kind::Or => one | two,
            Kind::Xor => one ^ two,
        };
    }
    input.z.iter().rev().fold(0, |number, &wire| number << 1 | u64::from(values[wire]))
}

/// The names of the exchanged wires.
pub fn part2(input: &Input) -> Option<String> {
    let mut adder = Adder { input, made: (0..input.gates.len()).collect() };
    let pairs = adder.repair()?;
    let mut bits = Vec::with_capacity(EXCHANGES);
    for [one, two] in pairs {
        bits.push(adder.bit(one)?);
        if adder.bit(two) != adder.bit(one) {
            return None;
        }
    }
    bits.sort_unstable();
    bits.dedup();
    if bits.len() < EXCHANGES || bits[0] == 0 || !adder.is_right() {
        return None;
    }
    let mut names: Vec<_> =
        pairs.as_flattened().iter().map(|&at| String::from_utf8_lossy(&input.gates[at].name)).collect();
    names.sort_unstable();
    Some(names.join(","))
}

/// What a gate is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Half,
    Both,
    Sum,
    Pass,
    Carry,
}

/// The circuit while it is repaired.
struct Adder<'a> {
    input: &'a Input,
    /// For each gate, the one that makes its output.
    made: Vec<usize>,
}

impl Adder<'_> {
    /// Exchanges the outputs of the gates that are wrong, and tells the pairs: three with a sum, and one with a half.
    fn repair(&mut self) -> Option<[[usize; 2]; EXCHANGES]> {
        let Input { bits, gates, z, .. } = self.input;
        let wrong = self.wrong();
        let mut pairs = [[0; 2]; EXCHANGES];
        let firsts = wrong.iter().filter(|&&at| matches!(self.role(at), Role::Sum | Role::Half));
        if wrong.len() != 2 * EXCHANGES || firsts.clone().count() != EXCHANGES {
            return None;
        }
        if firsts.clone().filter(|&&at| self.role(at) == Role::Half).count() != 1 {
            return None;
        }
        for (pair, &first) in pairs.iter_mut().zip(firsts) {
            let second = if self.role(first) == Role::Half {
                (0..gates.len())
                    .find(|&at| self.role(at) == Role::Both && gates[at].inputs == gates[first].inputs)?
            } else {
                z[self.bit(first)?] - 2 * bits
            };
            *pair = [first, second];
        }
        // Each gate that is wrong is in one pair.
        let mut all = pairs.as_flattened().to_vec();
        all.sort_unstable();
        if all != wrong {
            return None;
        }
        pairs.iter().for_each(|&[one, two]| self.made.swap(one, two));
        Some(pairs)
    }

    /// The gates whose outputs lead where they should not, in ascending order.
    fn wrong(&self) -> Vec<usize> {
        let Input { bits, gates, z, .. } = self.input;
        let [mut to_or, mut to_others] =
            [vec![false; 2 * bits + gates.len()], vec![false; 2 * bits + gates.len()]];
        for Gate { kind, inputs, .. } in gates {
            let to = if *kind == Kind::Or { &mut to_or } else { &mut to_others };
            inputs.iter().for_each(|&wire| to[wire] = true);
        }
        let is_right = |at: usize| {
            let wire = 2 * bits + at;
            let is_z = gates[at].name[0] == b'z';
            let is_last = wire == z[*bits];
            let is_first = gates[at].inputs[0] == 0;
            match self.role(at) {
                Role::Half if is_first => is_z,
                Role::Both if is_first => to_others[wire],
                Role::Half => to_others[wire],
                Role::Both | Role::Pass => to_or[wire],
                Role::Sum => is_z && !is_last,
                Role::Carry => to_others[wire] || is_last,
            }
        };
        (0..gates.len()).filter(|&at| !is_right(at)).collect()
    }

    fn role(&self, at: usize) -> Role {
        let Input { bits, gates, .. } = self.input;
        let Gate { kind, inputs: [one, two], .. } = gates[at];
        match (kind, one + bits == two && two < 2 * bits) {
            (Kind::Xor, true) => Role::Half,
            (Kind::And, true) => Role::Both,
            (Kind::Xor, false) => Role::Sum,
            (Kind::And, false) => Role::Pass,
            (Kind::Or, _) => Role::Carry,
        }
    }

    /// The gates that make the inputs of a gate, that with some role first.
    fn sources(&self, at: usize, first: Role) -> Option<[usize; 2]> {
        let [one, two] = self.input.gates[at].inputs.map(|wire| wire.checked_sub(2 * self.input.bits));
        let (one, two) = (self.made[one?], self.made[two?]);
        match [self.role(one) == first, self.role(two) == first] {
            [true, false] => Some([one, two]),
            [false, true] => Some([two, one]),
            _ => None,
        }
    }

    /// The bit that a gate belongs to.
    fn bit(&self, at: usize) -> Option<usize> {
        match self.role(at) {
            Role::Half | Role::Both => Some(self.input.gates[at].inputs[0]),
            Role::Sum | Role::Pass => self.bit(self.sources(at, Role::Half)?[0]),
            Role::Carry => self.bit(self.sources(at, Role::Both)?[0]),
        }
    }

    /// Whether the circuit is the adder.
    fn is_right(&self) -> bool {
        let Input { bits, gates, z, .. } = self.input;
        let makes = |bit: usize| self.made[z[bit] - 2 * bits];
        gates.len() == 5 * bits - 3
            && self.role(makes(0)) == Role::Half
            && self.bit(makes(0)) == Some(0)
            && (1..*bits).all(|bit| self.is_sum(makes(bit), bit).is_some())
            && self.is_carry(makes(*bits), bits - 1, makes(bits - 1)).is_some()
    }

    /// A gate, if it makes the sum of a bit.
    fn is_sum(&self, at: usize, bit: usize) -> Option<usize> {
        let [half, carry] = self.sources(at, Role::Half)?;
        let before = self.made[self.input.z[bit - 1] - 2 * self.input.bits];
        let fits = self.role(at) == Role::Sum && self.bit(half) == Some(bit);
        self.is_carry(carry, bit - 1, before).filter(|_| fits)
    }

    /// A gate, if it makes the carry of a bit with some sum.
    fn is_carry(&self, at: usize, bit: usize, sum: usize) -> Option<usize> {
        if bit == 0 {
            return (self.role(at) == Role::Both && self.bit(at) == Some(0)).then_some(at);
        }
        let [both, pass] = self.sources(at, Role::Both)?;
        let is_pass =
            self.role(pass) == Role::Pass && self.input.gates[pass].inputs == self.input.gates[sum].inputs;
        (self.role(at) == Role::Carry && self.bit(both) == Some(bit) && is_pass).then_some(at)
    }
}
