package dev.pleat.formats.tensorflow;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A sorted table as LevelDB writes it, which is how a checkpoint's index is stored: blocks of entries whose keys share
 * prefixes with the key before, a block that points at them, and a footer that points at that.
 *
 * <p>Keys are strings of bytes, here as characters of ISO 8859-1, so that they compare as the bytes do. Blocks may not
 * overlap and keys may not decrease, hence no file makes more work, or takes more memory, than its size warrants.
 */
final class SortedTable {
    private static final long MAGIC = 0xdb4775248b80fb57L;
    private static final int FOOTER = 48;
    private static final int TRAILER = 5;
    private static final int LONGEST_KEY = 1 << 16;
    private static final long MOST_KEY_BYTES = 1L << 28;

    private final ByteBuffer file;
    private final Map<String, ByteBuffer> entries = new LinkedHashMap<>();
    private String lastKey;
    private long keyBytes;
    private long end;

    private SortedTable(ByteBuffer file) {
        this.file = file;
    }

    /**
     * Reads a table.
     *
     * @param file the whole file
     * @return its values by key, in order
     * @throws IOException if it is damaged or no such table
     */
    static Map<String, ByteBuffer> read(ByteBuffer file) throws IOException {
        SortedTable table = new SortedTable(file.slice().order(ByteOrder.LITTLE_ENDIAN));
        table.readAll();
        return table.entries;
    }

    private void readAll() throws IOException {
        int size = file.limit();
        if (size < FOOTER || file.getLong(size - Long.BYTES) != MAGIC) {
            throw new IOException("it does not end as a table of LevelDB's format does");
        }
        ByteBuffer footer = file.slice(size - FOOTER, FOOTER - Long.BYTES);
        Varint.read(footer);
        Varint.read(footer);
        ByteBuffer index = block(footer, false);
        Map<String, ByteBuffer> handles = new LinkedHashMap<>();
        entries(index, handles);
        lastKey = null;
        for (ByteBuffer handle : handles.values()) {
            entries(block(handle, true), entries);
        }
    }

    /** Reads the block that a handle, its offset and its size, points at. */
    private ByteBuffer block(ByteBuffer handle, boolean inOrder) throws IOException {
        long offset = Varint.read(handle);
        long size = Varint.read(handle);
        long most = file.limit() - FOOTER - TRAILER - size;
        if (size < 0 || most < 0 || offset < (inOrder ? end : 0) || offset > most) {
            throw new IOException("a block of %s bytes at %s lies outside of the file or overlaps another"
                    .formatted(Long.toUnsignedString(size), Long.toUnsignedString(offset)));
        }
        if (inOrder) {
            end = offset + size + TRAILER;
        }
        ByteBuffer stored = file.slice((int) offset, (int) size + 1);
        if (MaskedCrc.of(stored) != file.getInt((int) (offset + size + 1))) {
            throw new IOException("the checksum of the block at " + offset + " does not match: it is damaged");
        }
        ByteBuffer contents = file.slice((int) offset, (int) size);
        int compression = stored.get((int) size);
        return switch (compression) {
            case 0 -> contents;
            case 1 -> Snappy.decode(contents);
            default -> throw new IOException("the block at " + offset + " has unknown compression " + compression);
        };
    }

    private void entries(ByteBuffer block, Map<String, ByteBuffer> into) throws IOException {
        block.order(ByteOrder.LITTLE_ENDIAN);
        int size = block.limit();
        long restarts = size < Integer.BYTES ? -1 : block.getInt(size - Integer.BYTES);
        long entriesEnd = size - (restarts + 1) * Integer.BYTES;
        if (restarts < 0 || entriesEnd < 0) {
            throw new IOException("a block of " + size + " bytes claims " + restarts + " restarts");
        }
        ByteBuffer rest = block.slice(0, (int) entriesEnd);
        byte[] key = {};
        while (rest.hasRemaining()) {
            int shared = Varint.length(rest, key.length);
            int own = Varint.length(rest, LONGEST_KEY - shared);
            int value = Varint.length(rest, rest.remaining());
            if ((long) own + value > rest.remaining()) {
                throw new IOException("an entry ends behind its block");
            }
            key = Arrays.copyOf(key, shared + own);
            rest.get(key, shared, own);
            add(new String(key, StandardCharsets.ISO_8859_1), rest.slice(rest.position(), value), into);
            rest.position(rest.position() + value);
        }
    }

    private void add(String key, ByteBuffer value, Map<String, ByteBuffer> into) throws IOException {
        if (lastKey != null && key.compareTo(lastKey) <= 0) {
            throw new IOException("its keys are not in order");
        }
        keyBytes += key.length();
        if (keyBytes > MOST_KEY_BYTES) {
            throw new IOException("its keys take more than " + MOST_KEY_BYTES + " bytes");
        }
        lastKey = key;
        into.put(key, value);
    }
}
