package dev.pleat.formats.tensorflow;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Writes tables as LevelDB does, with blocks as small and as compressed as a test wants. */
final class TableWriter {
    private static final int RESTART_INTERVAL = 16;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final int entriesPerBlock;
    private final boolean compressed;

    TableWriter(int entriesPerBlock, boolean compressed) {
        this.entriesPerBlock = entriesPerBlock;
        this.compressed = compressed;
    }

    /** {@return the bytes of a table of these entries} */
    byte[] write(SortedMap<String, byte[]> entries) {
        List<Map.Entry<String, byte[]>> index = new ArrayList<>();
        List<Map.Entry<String, byte[]>> block = new ArrayList<>();
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            block.add(entry);
            if (block.size() == entriesPerBlock || entry.getKey().equals(entries.lastKey())) {
                index.add(Map.entry(entry.getKey(), block(contents(block))));
                block.clear();
            }
        }
        byte[] meta = block(contents(List.of()));
        byte[] indexHandle = block(contents(index));
        ByteBuffer footer = ByteBuffer.allocate(48).order(ByteOrder.LITTLE_ENDIAN);
        footer.put(meta).put(indexHandle).putLong(40, 0xdb4775248b80fb57L);
        out.writeBytes(footer.array());
        return out.toByteArray();
    }

    /** Writes a block and returns its handle. */
    private byte[] block(byte[] contents) {
        byte[] stored = compressed ? snappy(contents) : contents;
        ByteArrayOutputStream handle = new ByteArrayOutputStream();
        varint(handle, out.size());
        varint(handle, stored.length);
        ByteArrayOutputStream typed = new ByteArrayOutputStream();
        typed.writeBytes(stored);
        typed.write(compressed ? 1 : 0);
        out.writeBytes(typed.toByteArray());
        out.writeBytes(littleEndian(MaskedCrc.of(ByteBuffer.wrap(typed.toByteArray()))));
        return handle.toByteArray();
    }

    private static byte[] contents(List<Map.Entry<String, byte[]>> entries) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        List<Integer> restarts = new ArrayList<>();
        String last = "";
        for (int i = 0; i < entries.size(); i++) {
            String key = entries.get(i).getKey();
            int shared = 0;
            if (i % RESTART_INTERVAL == 0) {
                restarts.add(block.size());
            } else {
                while (shared < Math.min(key.length(), last.length()) && key.charAt(shared) == last.charAt(shared)) {
                    shared++;
                }
            }
            varint(block, shared);
            varint(block, key.length() - shared);
            varint(block, entries.get(i).getValue().length);
            block.writeBytes(key.substring(shared).getBytes(StandardCharsets.ISO_8859_1));
            block.writeBytes(entries.get(i).getValue());
            last = key;
        }
        restarts.forEach(at -> block.writeBytes(littleEndian(at)));
        block.writeBytes(littleEndian(restarts.size()));
        return block.toByteArray();
    }

    /** Compresses as little as is still Snappy: repeats of 8 bytes at distance 8 become copies, all else literals. */
    private static byte[] snappy(byte[] bytes) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        varint(block, bytes.length);
        int literal = 0;
        int at = 0;
        while (at < bytes.length) {
            if (at >= 8 && at + 8 <= bytes.length && repeats(bytes, at)) {
                literal(block, bytes, literal, at);
                block.write(7 << 2 | 2);
                block.write(8);
                block.write(0);
                at += 8;
                literal = at;
            } else {
                at++;
            }
        }
        literal(block, bytes, literal, bytes.length);
        return block.toByteArray();
    }

    private static boolean repeats(byte[] bytes, int at) {
        for (int i = 0; i < 8; i++) {
            if (bytes[at + i] != bytes[at + i - 8]) {
                return false;
            }
        }
        return true;
    }

    private static void literal(ByteArrayOutputStream block, byte[] bytes, int from, int to) {
        int length = to - from;
        if (length > 60) {
            block.write(61 << 2);
            block.write(length - 1 & 0xff);
            block.write(length - 1 >>> 8);
        } else if (length > 0) {
            block.write(length - 1 << 2);
        }
        block.write(bytes, from, length);
    }

    /** Appends an integer of variable length. */
    static void varint(ByteArrayOutputStream out, long value) {
        long rest = value;
        while (rest >>> 7 != 0) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    /** {@return four bytes, lowest first} */
    static byte[] littleEndian(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }
}
