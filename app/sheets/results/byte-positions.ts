import iconv from 'iconv-lite';

/** Text in a file's encoding, without a mark. What the encoding lacks becomes a question mark. */
export const encodeBare = (text: string, encoding: string): Buffer =>
  iconv.encode(text, encoding, { addBOM: false });

/**
 * Tells where in a file's bytes a position in its decoded text is. Positions are asked for in ascending order. Also
 * right where the text does not encode back to the same bytes, as with bytes that have no meaning in the encoding.
 */
export class BytePositions {
  private character = 0;

  constructor(
    private readonly bytes: Buffer,
    private readonly text: string,
    private readonly encoding: string,
    private byte: number,
  ) {}

  of(character: number): number {
    if (character <= this.character) return this.byte;
    const piece = this.text.slice(this.character, character);
    const encoded = encodeBare(piece, this.encoding);
    const same = encoded.equals(this.bytes.subarray(this.byte, this.byte + encoded.length));
    this.byte += same ? encoded.length : this.walk(piece.length);
    this.character = character;
    return this.byte;
  }

  /** How many bytes yield so many characters, found byte by byte. */
  private walk(characters: number): number {
    const decoder = decoderOf(this.encoding);
    let seen = 0;
    let length = 0;
    while (seen < characters && this.byte + length < this.bytes.length) {
      seen += decoder(this.bytes.subarray(this.byte + length, this.byte + length + 1)).length;
      length++;
    }
    return length;
  }
}

/** The decoder that `decodeText` uses for an encoding, piece by piece. */
function decoderOf(encoding: string): (bytes: Buffer) => string {
  if (/^(utf-?8|gb18030|gbk|big5|shift_jis|euc-kr|euc-jp)$/i.test(encoding)) {
    const decoder = new TextDecoder(encoding, { ignoreBOM: true });
    return (bytes) => decoder.decode(bytes, { stream: true });
  }
  const decoder = iconv.getDecoder(encoding, { stripBOM: false });
  return (bytes) => decoder.write(bytes);
}
