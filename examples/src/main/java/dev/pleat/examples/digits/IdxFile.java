package dev.pleat.examples.digits;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * The content of an IDX file, the format of MNIST: bytes in some dimensions.
 *
 * @param dims the dimensions, outermost first
 * @param bytes the values, last dimension fastest
 */
record IdxFile(int[] dims, byte[] bytes) {

    private static final int UNSIGNED_BYTES = 0x08;

    /** Tells whether a file begins as IDX files of unsigned bytes do, or is compressed by gzip. */
    static boolean isIdx(byte[] file) {
        boolean gzip = file.length > 1 && file[0] == (byte) 0x1f && file[1] == (byte) 0x8b;
        return gzip || file.length > 3 && file[0] == 0 && file[1] == 0 && file[2] == UNSIGNED_BYTES;
    }

    /**
     * Reads a file, which may be compressed by gzip.
     *
     * @throws IOException if it is no valid IDX file of unsigned bytes
     */
    static IdxFile read(byte[] file) throws IOException {
        boolean gzip = file.length > 1 && file[0] == (byte) 0x1f;
        try (InputStream bytes = new ByteArrayInputStream(file);
                DataInputStream in = new DataInputStream(gzip ? new GZIPInputStream(bytes) : bytes)) {
            int magic = in.readInt();
            int rank = magic & 0xff;
            if (magic >>> 8 != UNSIGNED_BYTES || rank == 0) {
                throw new IOException("it is no IDX file of bytes");
            }
            int[] dims = new int[rank];
            long size = 1;
            for (int i = 0; i < rank; i++) {
                dims[i] = in.readInt();
                size = dims[i] < 0 ? Long.MAX_VALUE : Math.multiplyExact(size, dims[i]);
            }
            byte[] values = in.readNBytes((int) Math.min(size, Integer.MAX_VALUE - 8));
            if (values.length != size) {
                throw new IOException("it ends after " + values.length + " of the bytes of " + Arrays.toString(dims));
            }
            return new IdxFile(dims, values);
        } catch (EOFException e) {
            throw new IOException("it ends too early", e);
        } catch (ArithmeticException e) {
            throw new IOException("it claims to be too large", e);
        }
    }
}
