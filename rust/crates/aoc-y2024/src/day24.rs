//! [Crossed Wires](https://adventofcode.com/2024/day/24): the number that a circuit of gates makes (part 1),
//! and the wires that were exchanged in it, which is meant to be an adder (part 2).
//!
//! **Part 1** runs the gates in topological order.
//!
//! **Part 2.** An exchange of outputs leaves all inputs alone. So the inputs tell what a gate is for, and
//! what a wire leads to tells what should make it. Each gate is judged alone, by this table:
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
//! Each allowed exchange makes two gates wrong. Three exchanges are of a `sum` with another gate of its bit,
//! which then makes the z of the bit. One is of a `half` with the `both` of its bit. So the partner of each
//! wrong `sum` and `half` is known, and all are exchanged back:
//!
//! ```text
//! x05 XOR y05 -> abc       a half: abc leads to XOR and AND, as it should
//! abc XOR def -> ghi       a sum, but ghi is no z, so it is wrong; its half shows that its bit is 5
//! abc AND def -> z05       the gate that makes z05 is its partner
//! ```
//!
//! Then the circuit is walked from the last carry down to bit 0. The walk verifies that the circuit is the
//! adder, and tells the bit of each gate: each pair must belong to a bit of its own.

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
    /// The gates that make z00 to the last z.
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
    let values = values(&mut reader)?;
    let bits = values.len() / 2;
    let mut wires = Wires::of_inputs(bits);
    reader.blank_line()?;
    let lines = reader.lines_up_to(MOST_GATES, |line| gate_line(line, &mut wires))?;
    let gate = |GateLine { kind, inputs: [one, two], output }: GateLine| {
        let (one, two) = (wires.known(one)?, wires.known(two)?);
        Ok(Gate { kind, inputs: [one.min(two), one.max(two)], name: output })
    };
    let of_whole = |fault: String| reader.error_of_whole(&fault);
    let gates: Vec<Gate> = lines.into_iter().map(gate).collect::<Result<_, _>>().map_err(of_whole)?;
    let z = (0..=bits).map(|bit| Some(wires.get(numbered(b'z', bit))? - 2 * bits)).collect::<Option<_>>();
    let z = z.ok_or_else(|| reader.error_of_whole("no gate makes one of the wires in z"))?;
    let order = sort(&gates, 2 * bits).ok_or_else(|| reader.error_of_whole("a wire depends on itself"))?;
    Ok(Input { bits, values, gates, order, z })
}

/// The numbers of the wires by their names.
struct Wires {
    bits: usize,
    /// How many wires there are.
    count: usize,
    numbers: Vec<u16>,
}

impl Wires {
    /// The wires of x and y.
    fn of_inputs(bits: usize) -> Wires {
        let mut wires = Wires { bits, count: 0, numbers: vec![UNSET; 26 * CHARACTERS * CHARACTERS] };
        b"xy".iter().for_each(|&letter| (0..bits).for_each(|bit| wires.add(numbered(letter, bit))));
        wires
    }

    fn add(&mut self, name: Name) {
        self.numbers[index(name)] = self.count as u16;
        self.count += 1;
    }

    fn get(&self, name: Name) -> Option<usize> {
        let number = self.numbers[index(name)];
        (number != UNSET).then_some(number.into())
    }

    /// The number of a wire, or what is wrong if there is none.
    fn known(&self, name: Name) -> Result<usize, String> {
        self.get(name).ok_or_else(|| format!("nothing sets the wire {}", String::from_utf8_lossy(&name)))
    }
}

/// A line such as `x01 AND y01 -> abc`.
struct GateLine {
    kind: Kind,
    inputs: [Name; 2],
    output: Name,
}

/// Reads a line with a gate, and adds its output to the wires.
#[inline(always)]
fn gate_line(line: &mut Reader, wires: &mut Wires) -> Result<GateLine, InputError> {
    let one = name(line)?;
    let kind = [Kind::And, Kind::Or, Kind::Xor][line.one_of(&[" AND ", " OR ", " XOR "])?];
    let two = name(line)?;
    line.literal(" -> ")?;
    let start = line.at();
    let output = name(line)?;
    if matches!(output[0], b'x' | b'y') || wires.get(output).is_some() {
        return Err(line.error("an output that is not there already", start));
    }
    if output[0] == b'z' && (0..=wires.bits).all(|bit| numbered(b'z', bit) != output) {
        return Err(line.error("no more bits in z than x and y can make", start));
    }
    wires.add(output);
    Ok(GateLine { kind, inputs: [one, two], output })
}

/// Reads a line for each bit of x, and then as many for y.
fn values(reader: &mut Reader) -> Result<Vec<u8>, InputError> {
    let mut values = Vec::with_capacity(2 * MOST_BITS);
    while values.len() < MOST_BITS && (values.len() < LEAST_BITS || reader.peek() == Some(b'x')) {
        values.push(value(reader, b'x', values.len())?);
        reader.newline()?;
    }
    for bit in 0..values.len() {
        if bit > 0 {
            reader.newline()?;
        }
        values.push(value(reader, b'y', bit)?);
    }
    Ok(values)
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

/// A name such as `z05`.
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

/// Puts the gates in topological order, depth first; or not, if there is a cycle. The first wires are no
/// gates' outputs.
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
        let mut before = gates[at].inputs.iter().filter_map(|input| input.checked_sub(first));
        let fits = before.all(|gate| visit(gate, gates, first, states, order));
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
    let outputs = &values[input.values.len()..];
    input.z.iter().rev().fold(0, |number, &gate| number << 1 | u64::from(outputs[gate]))
}

/// The names of the exchanged wires.
pub fn part2(input: &Input) -> Option<String> {
    let mut adder = Adder { input, made: (0..input.gates.len()).collect() };
    let pairs = adder.repair()?;
    let bits = adder.bits()?;
    // Bit 0 may not be exchanged.
    let mut exchanged = 1_u64;
    for &[one, two] in &pairs {
        if bits[one] != bits[two] || exchanged >> bits[one] & 1 != 0 {
            return None;
        }
        exchanged |= 1 << bits[one];
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
    /// Exchanges the outputs of the gates that are wrong, and tells the pairs. If a wrong gate is in none of
    /// the pairs, the circuit is not the adder afterwards.
    fn repair(&mut self) -> Option<Vec<[usize; 2]>> {
        let Input { gates, z, .. } = self.input;
        let wrong = self.wrong();
        let with =
            |role| -> Vec<usize> { wrong.iter().copied().filter(|&at| self.role(at) == role).collect() };
        let [half] = with(Role::Half)[..] else { return None };
        let sums = with(Role::Sum);
        if wrong.len() != 2 * EXCHANGES || sums.len() != EXCHANGES - 1 {
            return None;
        }
        let is_partner = |&at: &usize| self.role(at) == Role::Both && gates[at].inputs == gates[half].inputs;
        let mut pairs = vec![[half, (0..gates.len()).find(is_partner)?]];
        for sum in sums {
            let [half, _] = self.sources(sum, Role::Half)?;
            // The first input of a half is x, whose number as a wire is its bit.
            pairs.push([sum, z[gates[half].inputs[0]]]);
        }
        pairs.iter().for_each(|&[one, two]| self.made.swap(one, two));
        Some(pairs)
    }

    /// The gates whose outputs lead where they should not, by the table.
    fn wrong(&self) -> Vec<usize> {
        let Input { bits, gates, z, .. } = self.input;
        // For each wire, whether it leads to an XOR or an AND, and whether to an OR.
        let mut leads = vec![[false; 2]; 2 * bits + gates.len()];
        for Gate { kind, inputs, .. } in gates {
            inputs.iter().for_each(|&wire| leads[wire][usize::from(*kind == Kind::Or)] = true);
        }
        let is_right = |at: usize| {
            let [to_others, to_or] = leads[2 * bits + at];
            let is_z = gates[at].name[0] == b'z';
            let (is_first, is_last) = (gates[at].inputs[0] == 0, at == z[*bits]);
            match self.role(at) {
                Role::Half if is_first => is_z,
                Role::Both if is_first => to_others,
                Role::Half => to_others,
                Role::Both | Role::Pass => to_or,
                Role::Sum => is_z && !is_last,
                Role::Carry => to_others || is_last,
            }
        };
        (0..gates.len()).filter(|&at| !is_right(at)).collect()
    }

    /// What a gate is for, as its inputs tell.
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

    /// The two gates that make the inputs of a gate, if exactly one has the given role: that one is first.
    fn sources(&self, at: usize, role: Role) -> Option<[usize; 2]> {
        let [one, two] = self.input.gates[at].inputs.map(|wire| wire.checked_sub(2 * self.input.bits));
        let (one, two) = (self.made[one?], self.made[two?]);
        match [self.role(one) == role, self.role(two) == role] {
            [true, false] => Some([one, two]),
            [false, true] => Some([two, one]),
            _ => None,
        }
    }

    /// The bit of each gate, if the circuit is the adder: a walk from the last carry down.
    fn bits(&self) -> Option<Vec<usize>> {
        let Input { bits, gates, z, .. } = self.input;
        let is_of = |at: usize, role: Role, bit: usize| self.role(at) == role && gates[at].inputs[0] == bit;
        let mut bit_of = vec![0; gates.len()];
        let mut carry = self.made[z[*bits]];
        for bit in (1..*bits).rev() {
            let sum = self.made[z[bit]];
            let [both, pass] = self.sources(carry, Role::Both)?;
            let [half, carry_before] = self.sources(pass, Role::Half)?;
            let roles = [sum, pass, carry].map(|at| self.role(at));
            let fits = roles == [Role::Sum, Role::Pass, Role::Carry]
                && gates[sum].inputs == gates[pass].inputs
                && is_of(half, Role::Half, bit)
                && is_of(both, Role::Both, bit);
            if !fits {
                return None;
            }
            [half, both, sum, pass, carry].iter().for_each(|&at| bit_of[at] = bit);
            carry = carry_before;
        }
        let fits = is_of(self.made[z[0]], Role::Half, 0) && is_of(carry, Role::Both, 0);
        (fits && gates.len() == 5 * bits - 3).then_some(bit_of)
    }
}
