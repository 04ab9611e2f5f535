//! The encryption of PDF with an empty password, as any reader undoes it. It is written out for tests, and protects
//! nothing.

use super::super::packing;

#[derive(Clone, Copy)]
pub(super) enum Lock {
    Rc4,
    Aes128,
    Aes256,
}

/// What pads a password.
const PADDING: [u8; 32] = *b"\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\
                             \x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A";
/// The entry that checks the password of the owner, which nobody knows.
const OWNER: [u8; 48] = [b'o'; 48];
const IDENTIFIER: [u8; 16] = [b'i'; 16];
const PERMISSIONS: i32 = -4;
/// The SHA-256 of eight zeros: of the empty password and a salt.
const OF_SALT: [u8; 32] = [
    0xAF, 0x55, 0x70, 0xF5, 0xA1, 0x81, 0x0B, 0x7A, 0xF7, 0x8C, 0xAF, 0x4B, 0xC7, 0x0A, 0x66, 0x0F, 0x0D,
    0xF5, 0x1E, 0x42, 0xBA, 0xF9, 0x1D, 0x4D, 0xE5, 0xB2, 0x32, 0x8D, 0xE0, 0xE8, 0x3D, 0xFC,
];
const KEY_OF_256: [u8; 32] = [7; 32];

impl Lock {
    /// The key of the file.
    fn key(self) -> Vec<u8> {
        if matches!(self, Self::Aes256) {
            return KEY_OF_256.to_vec();
        }
        let mut key = [&PADDING, &OWNER[..32], &PERMISSIONS.to_le_bytes(), &IDENTIFIER].concat();
        for _ in 0..51 {
            key = md5(&key).to_vec();
        }
        key
    }

    /// What the trailer says of it.
    pub(super) fn trailer(self) -> String {
        let key = self.key();
        let (version, method, user) = match self {
            Self::Rc4 => ("/V 2/R 3/Length 128".to_owned(), None, user(&key)),
            Self::Aes128 => ("/V 4/R 4/Length 128".to_owned(), Some("AESV2"), user(&key)),
            Self::Aes256 => {
                let key = hex(&aes_chain(&OF_SALT, &[0; 16], &key));
                (format!("/V 5/R 5/Length 256/UE<{key}"), Some("AESV3"), [&OF_SALT[..], &[0; 16]].concat())
            }
        };
        let method = method.map(|method| format!("/CF<</StdCF<</CFM/{method}>>>>/StmF/StdCF/StrF/StdCF"));
        let owner = &OWNER[..user.len()];
        let identifier = hex(&IDENTIFIER);
        format!(
            "/ID[<{identifier}<{identifier}]/Encrypt<</Filter/Standard{version}/P {PERMISSIONS}/O<{}/U<{}{}>>",
            hex(owner),
            hex(&user),
            method.unwrap_or_default()
        )
    }

    /// The data of a stream that is the object of this number.
    pub(super) fn locked(self, object: usize, data: &[u8]) -> Vec<u8> {
        const START: [u8; 16] = [9; 16];
        let of_object = |salt: &[u8]| {
            let number = &(object as u32).to_le_bytes()[..3];
            md5(&[&self.key(), number, &[0, 0], salt].concat())
        };
        let key = match self {
            Self::Rc4 => return rc4(&of_object(b""), data),
            Self::Aes128 => of_object(b"sAlT").to_vec(),
            Self::Aes256 => self.key(),
        };
        let filling = 16 - data.len() % 16;
        let filled = [data, &vec![filling as u8; filling]].concat();
        [START.to_vec(), aes_chain(&key, &START, &filled)].concat()
    }
}

/// The entry that checks the empty password.
fn user(key: &[u8]) -> Vec<u8> {
    let mut user = md5(&[&PADDING[..], &IDENTIFIER].concat()).to_vec();
    for round in 0..20 {
        let key: Vec<u8> = key.iter().map(|byte| byte ^ round).collect();
        user = rc4(&key, &user);
    }
    user.resize(32, 0);
    user
}

/// Bytes as a string of hexadecimal digits, with its closing bracket.
fn hex(bytes: &[u8]) -> String {
    String::from_utf8(packing::hex(bytes)).unwrap()
}

fn rc4(key: &[u8], data: &[u8]) -> Vec<u8> {
    let mut state: Vec<u8> = (0..=255).collect();
    let mut other = 0_u8;
    for at in 0..256 {
        other = other.wrapping_add(state[at]).wrapping_add(key[at % key.len()]);
        state.swap(at, usize::from(other));
    }
    let (mut one, mut other) = (0_u8, 0_u8);
    let mut next = || {
        one = one.wrapping_add(1);
        other = other.wrapping_add(state[usize::from(one)]);
        state.swap(usize::from(one), usize::from(other));
        state[usize::from(state[usize::from(one)].wrapping_add(state[usize::from(other)]))]
    };
    data.iter().map(|byte| byte ^ next()).collect()
}

fn md5(data: &[u8]) -> [u8; 16] {
    const TURNS: [[u32; 4]; 4] = [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]];
    let mut filled = data.to_vec();
    filled.push(0x80);
    filled.resize(filled.len().next_multiple_of(64), 0);
    if data.len() % 64 >= 56 {
        filled.resize(filled.len() + 64, 0);
    }
    let end = filled.len() - 8;
    filled[end..].copy_from_slice(&(8 * data.len() as u64).to_le_bytes());
    let mut sums = [0x6745_2301_u32, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476];
    for block in filled.as_chunks::<64>().0 {
        let words: Vec<u32> = block.as_chunks().0.iter().map(|word| u32::from_le_bytes(*word)).collect();
        let [mut a, mut b, mut c, mut d] = sums;
        for step in 0..64 {
            let (mixed, word) = match step / 16 {
                0 => (d ^ (b & (c ^ d)), step),
                1 => (c ^ (d & (b ^ c)), 5 * step + 1),
                2 => (b ^ c ^ d, 3 * step + 5),
                _ => (c ^ (b | !d), 7 * step),
            };
            let sine = (f64::from(step as u32 + 1).sin().abs() * 4_294_967_296.0) as u32;
            let sum = a.wrapping_add(mixed).wrapping_add(sine).wrapping_add(words[word % 16]);
            (a, d, c) = (d, c, b);
            b = b.wrapping_add(sum.rotate_left(TURNS[step / 16][step % 4]));
        }
        for (sum, more) in sums.iter_mut().zip([a, b, c, d]) {
            *sum = sum.wrapping_add(more);
        }
    }
    let mut out = [0; 16];
    for (out, sum) in out.as_chunks_mut().0.iter_mut().zip(sums) {
        *out = sum.to_le_bytes();
    }
    out
}

/// AES in a chain of blocks. The data is a number of whole blocks.
fn aes_chain(key: &[u8], start: &[u8; 16], data: &[u8]) -> Vec<u8> {
    let substitutes = substitutes();
    let keys = round_keys(key, &substitutes);
    let mut last = *start;
    let mut out = Vec::with_capacity(data.len());
    for block in data.as_chunks::<16>().0 {
        last = aes(&keys, &substitutes, xor(block, &last));
        out.extend(last);
    }
    out
}

fn xor(one: &[u8; 16], other: &[u8; 16]) -> [u8; 16] {
    std::array::from_fn(|at| one[at] ^ other[at])
}

fn doubled(byte: u8) -> u8 {
    byte << 1 ^ if byte & 0x80 == 0 { 0 } else { 0x1B }
}

/// The table of AES that makes one byte of another.
fn substitutes() -> [u8; 256] {
    let mut table = [0x63; 256];
    let (mut one, mut inverse) = (1_u8, 1_u8);
    loop {
        // The one goes through all bytes times three, and its inverse back.
        one ^= doubled(one);
        inverse ^= inverse << 1;
        inverse ^= inverse << 2;
        inverse ^= inverse << 4;
        if inverse & 0x80 != 0 {
            inverse ^= 0x09;
        }
        let turned = (1..5).fold(inverse, |sum, turn| sum ^ inverse.rotate_left(turn));
        table[usize::from(one)] = turned ^ 0x63;
        if one == 1 {
            return table;
        }
    }
}

fn round_keys(key: &[u8], substitutes: &[u8; 256]) -> Vec<[u8; 16]> {
    let mut words: Vec<[u8; 4]> = key.as_chunks().0.to_vec();
    let given = words.len();
    let mut constant = 1;
    for at in given..4 * (given + 7) {
        let mut word = words[at - 1];
        if at % given == 0 {
            word.rotate_left(1);
        }
        if at % given == 0 || (given > 6 && at % given == 4) {
            word = word.map(|byte| substitutes[usize::from(byte)]);
        }
        if at % given == 0 {
            word[0] ^= constant;
            constant = doubled(constant);
        }
        words.push(std::array::from_fn(|byte| word[byte] ^ words[at - given][byte]));
    }
    words.as_flattened().as_chunks().0.to_vec()
}

fn aes(keys: &[[u8; 16]], substitutes: &[u8; 256], block: [u8; 16]) -> [u8; 16] {
    let mut state = xor(&block, &keys[0]);
    for (round, key) in keys.iter().enumerate().skip(1) {
        // Each row of the square is turned by its number.
        state = std::array::from_fn(|at| substitutes[usize::from(state[(at + 4 * (at % 4)) % 16])]);
        if round + 1 < keys.len() {
            for column in state.as_chunks_mut::<4>().0 {
                let all = column.iter().fold(0, |all, byte| all ^ byte);
                let given = *column;
                for (at, byte) in column.iter_mut().enumerate() {
                    *byte ^= all ^ doubled(given[at] ^ given[(at + 1) % 4]);
                }
            }
        }
        state = xor(&state, key);
    }
    state
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_locked_is_what_the_standards_give_as_examples() {
        assert_eq!(hex(&md5(b"abc")), "900150983cd24fb0d6963f7d28e17f72>");
        assert_eq!(hex(&md5(&[b'a'; 62])), "24612f0ce2c9d2cf2b022ef1e027a54f>");
        assert_eq!(hex(&rc4(b"Key", b"Plaintext")), "bbf316e8d940af0ad3>");
        let bytes = |most: u8| (0..most).collect::<Vec<u8>>();
        let block: [u8; 16] = std::array::from_fn(|at| (0x11 * at) as u8);
        assert_eq!(hex(&aes_chain(&bytes(16), &[0; 16], &block)), "69c4e0d86a7b0430d8cdb78070b4c55a>");
        assert_eq!(hex(&aes_chain(&bytes(32), &[0; 16], &block)), "8ea2b7ca516745bfeafc49904b496089>");
    }
}
