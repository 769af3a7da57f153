package dev.pleat.formats.tensorflow;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** CRC-32C, masked as TensorFlow and LevelDB store it: rotated and shifted, so that a checksum of checksums works. */
final class MaskedCrc {
    private static final int DELTA = 0xa282ead8;

    private MaskedCrc() {}

    /** {@return the masked checksum of all bytes that remain in the buffers, which are left as they were} */
    static int of(ByteBuffer... parts) {
        CRC32C crc = new CRC32C();
        for (ByteBuffer part : parts) {
            crc.update(part.duplicate());
        }
        int value = (int) crc.getValue();
        return (value >>> 15 | value << 17) + DELTA;
    }
}
