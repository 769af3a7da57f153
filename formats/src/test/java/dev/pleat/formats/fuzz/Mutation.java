package dev.pleat.formats.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes bytes as damage and attacks do: bits, lengths, cuts, copies, splices, deep nesting. */
final class Mutation {
    private static final long[] NUMBERS = {
        0,
        1,
        -1,
        2,
        7,
        8,
        127,
        128,
        255,
        256,
        65535,
        65536,
        Short.MAX_VALUE,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        Integer.MAX_VALUE - 8L,
        0xffffffffL,
        1L << 32,
        1L << 40,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        Long.MAX_VALUE / 4
    };
    // What opens a level: of JSON, of Python's literals, of pickles, of protocol buffers.
    private static final byte[][] OPENERS = {
        {'['},
        {'{'},
        {'('},
        {'{', '"', 'a', '"', ':'},
        {(byte) 0x85},
        {']', 'a'},
        {'2'},
        {0x0a, 0x7f},
        {0x3a, 0x7f},
        {0x0b}
    };

    private final Random random;

    Mutation(Random random) {
        this.random = random;
    }

    /** Returns changed bytes, perhaps with a part of others. */
    byte[] of(byte[] bytes, List<byte[]> others) {
        byte[] changed = bytes.clone();
        int rounds = 1 + random.nextInt(random.nextInt(4) == 0 ? 8 : 2);
        for (int i = 0; i < rounds; i++) {
            changed = once(changed, others);
        }
        return changed;
    }

    private byte[] once(byte[] bytes, List<byte[]> others) {
        if (bytes.length == 0) {
            return new byte[] {(byte) random.nextInt()};
        }
        int at = place(bytes.length);
        return switch (random.nextInt(12)) {
            case 0, 1 -> flipped(bytes, at);
            case 2 -> set(bytes, at, (byte) random.nextInt());
            case 3, 4, 5 -> number(bytes, at);
            case 6 -> Arrays.copyOf(bytes, at);
            case 7 -> joined(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(64)), new byte[0]);
            case 8 -> joined(bytes, at, at, part(bytes));
            case 9 ->
                joined(
                        bytes,
                        at,
                        Math.min(bytes.length, at + random.nextInt(64)),
                        part(others.get(random.nextInt(others.size()))));
            case 10 -> joined(bytes, at, at, nested());
            default -> digits(bytes, at);
        };
    }

    // Headers are at the ends, and more interesting than the numbers between them.
    private int place(int length) {
        int near = Math.min(length, 1 << random.nextInt(12));
        return switch (random.nextInt(3)) {
            case 0 -> random.nextInt(length);
            case 1 -> random.nextInt(near);
            default -> length - 1 - random.nextInt(near);
        };
    }

    private byte[] flipped(byte[] bytes, int at) {
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        return bytes;
    }

    private static byte[] set(byte[] bytes, int at, byte value) {
        bytes[at] = value;
        return bytes;
    }

    private byte[] number(byte[] bytes, int at) {
        long number = random.nextInt(4) == 0
                ? bytes.length + random.nextInt(64) - 32
                : NUMBERS[random.nextInt(NUMBERS.length)];
        ByteBuffer encoded = ByteBuffer.allocate(8)
                .order(random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN)
                .putLong(number);
        int width = 1 << random.nextInt(4);
        int from = encoded.order() == ByteOrder.LITTLE_ENDIAN ? 0 : 8 - width;
        System.arraycopy(encoded.array(), from, bytes, at, Math.min(width, bytes.length - at));
        return bytes;
    }

    // A number written in digits becomes longer, or negative.
    private byte[] digits(byte[] bytes, int at) {
        for (int i = at; i < bytes.length; i++) {
            if (bytes[i] >= '0' && bytes[i] <= '9') {
                String[] texts = {"-1", "0", "99999999999999999999", "2147483647", "4294967296", "1e999", "65536"};
                return joined(
                        bytes,
                        i,
                        i + 1,
                        texts[random.nextInt(texts.length)].getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            }
        }
        return flipped(bytes, at);
    }

    private byte[] part(byte[] bytes) {
        int from = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
        return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + 1 + random.nextInt(256)));
    }

    private byte[] nested() {
        byte[] opener = OPENERS[random.nextInt(OPENERS.length)];
        byte[] all = new byte[opener.length * (1 << random.nextInt(16))];
        for (int i = 0; i < all.length; i++) {
            all[i] = opener[i % opener.length];
        }
        return all;
    }

    private static byte[] joined(byte[] bytes, int end, int start, byte[] between) {
        byte[] all = new byte[end + between.length + bytes.length - start];
        System.arraycopy(bytes, 0, all, 0, end);
        System.arraycopy(between, 0, all, end, between.length);
        System.arraycopy(bytes, start, all, end + between.length, bytes.length - start);
        return all;
    }
}
