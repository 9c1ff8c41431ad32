// CRC-16/CCITT-FALSE: polynomial 1021h, start FFFFh, not reflected, no final XOR («123456789» gives 29B1h).

/** The checksum of a text's UTF-8 bytes as four upper-case hex digits, as the links of СБП carry it. */
export function crc16(text: string): string {
	let crc = 0xffff;
	for (const byte of Buffer.from(text)) {
		crc ^= byte << 8;
		for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : crc << 1;
	}
	return crc.toString(16).toUpperCase().padStart(4, '0');
}
