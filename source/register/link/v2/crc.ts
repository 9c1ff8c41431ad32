// CRC-16/CCITT-FALSE of link v2: polynomial 1021, start FFFF, nothing reflected (register-protocol §2).

/** `123456789` → 29B1. */
export function crc16(bytes: Iterable<number>): number {
	let crc = 0xffff;
	for (const byte of bytes) {
		crc ^= byte << 8;
		for (let bit = 0; bit < 8; bit += 1) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff;
	}
	return crc;
}
