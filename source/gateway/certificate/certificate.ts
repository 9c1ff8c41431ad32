// The till's certificate as the rest of the program sees it: who and until when. The secret stays inside.
import type {X509Certificate} from 'node:crypto';
import type {CertificateFault, CertificateWarning} from '../../core/index.ts';

/** What TLS needs to prove who we are. Secret: it goes into a TLS context and nowhere else. */
export type TlsMaterial =
	| {readonly pfx: Buffer; readonly passphrase: string}
	| {readonly key: string; readonly cert: string};

export type ClientCertificate = {
	/** Common name; empty where the certificate has none. */
	readonly subjectCn: string;
	/** ISO, UTC. */
	readonly validFrom: string;
	readonly validTo: string;
	/** A function, so that no dump, no JSON and no log of this object can hold the key or the password. */
	readonly tlsMaterial: () => TlsMaterial;
};

export type OpenedCertificate =
	| {
			readonly ok: true;
			readonly certificate: ClientCertificate;
			readonly warnings: readonly CertificateWarning[];
	  }
	| {readonly ok: false; readonly fault: CertificateFault};

/** What one way of opening a file came to: the leaf and what TLS needs, or why not. */
export type Unpacked =
	| {readonly ok: true; readonly leaf: X509Certificate; readonly material: TlsMaterial}
	| {readonly ok: false; readonly fault: CertificateFault};
