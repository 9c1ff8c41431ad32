// CRC-16/CCITT-FALSE: what a СБП link carries in `crc` (contracts: gateway, «The QR's text is checked»).

/** Polynomial 1021h, start FFFFh, not reflected, no final xor; `123456789` → 29B1h. Takes ASCII text. */
export function crc16(text: string): number {
	let crc = 0xffff;
	for (let index = 0; index < text.length; index += 1) {
		crc ^= text.charCodeAt(index) << 8;
		for (let bit = 0; bit < 8; bit += 1) {
			crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
		}
	}
	return crc;
}
