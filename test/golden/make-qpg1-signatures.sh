#!/bin/sh
# Makes qpg1-signatures.json with openssl alone, from the words of docs/gateway.md: an independent hand for the signature.
set -eu
cd "$(dirname "$0")"

vector() { # name key path time nonce body
	digest=$(printf '%s' "$6" | openssl dgst -sha256 -r | cut -d' ' -f1)
	message=$(printf 'POST\n%s\n%s\n%s\n%s' "$3" "$4" "$5" "$digest")
	key=$(printf '%s' "$2" | od -An -v -tx1 | tr -d ' \n')
	sign=$(printf '%s' "$message" | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -r | cut -d' ' -f1)
	escaped=$(printf '%s' "$6" | sed 's/\\/\\\\/g; s/"/\\"/g')
	printf '  {"name": "%s", "agentKey": "%s", "path": "%s", "timeS": %s, "nonce": "%s", "body": "%s", "sign": "%s"}' \
		"$1" "$2" "$3" "$4" "$5" "$escaped" "$sign"
}

{
	printf '{\n "about": "Signatures of qpg1 requests, made by make-qpg1-signatures.sh with openssl. Keys are test keys.",\n "vectors": [\n'
	vector 'a ping' 'test-key-1' '/PosIntegration2/ApiService.svc/Ping' 1760000000 \
		'000102030405060708090a0b0c0d0e0f' '{}'
	printf ',\n'
	vector 'a status question' 'test-key-1' '/PosIntegration2/ApiService.svc/GetStatus' 1760000005 \
		'ffffffffffffffffffffffffffffffff' '{"orderId":"A-1"}'
	printf ',\n'
	vector 'a creation with Cyrillic in its body and in the key' 'ключ агента' '/api/CreateOrder' 1760000010 \
		'0123456789abcdef0123456789abcdef' \
		'{"orderId":"A-1","posId":"N100","agentId":"17","crsId":"0","wmid":"0","system":"sbp","amount":125000,"currency":"RUB","ttlS":180,"description":"Чек 12"}'
	printf ',\n'
	vector 'a key of one character and a time before 2001' 'k' '/Ping' 999999999 \
		'0123456789abcdef0123456789abcdef' '{}'
	printf '\n ]\n}\n'
} > qpg1-signatures.json
