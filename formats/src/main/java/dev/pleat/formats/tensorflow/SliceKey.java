package dev.pleat.formats.tensorflow;

import java.util.stream.IntStream;

/**
 * The key under which a checkpoint's index has a part of a partitioned variable: its name and its extent, encoded so
 * that keys compare as they do (TensorFlow's {@code OrderedCode}). Characters stand for bytes.
 */
final class SliceKey {
    private SliceKey() {}

    /** {@return the key of a part of the variable with this name, whose characters stand for bytes} */
    static String of(String name, BundleEntry.Slice slice) {
        StringBuilder key = new StringBuilder();
        number(key, 0);
        text(key, name);
        number(key, slice.starts().length);
        for (int i = 0; i < slice.starts().length; i++) {
            signed(key, slice.starts()[i]);
            signed(key, slice.lengths()[i]);
        }
        return key.toString();
    }

    /** A count of bytes, then these, highest first. */
    private static void number(StringBuilder key, long value) {
        int bytes = (Long.SIZE - Long.numberOfLeadingZeros(value) + 7) / 8;
        key.append((char) bytes);
        bigEndian(key, value, bytes);
    }

    private static void text(StringBuilder key, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            key.append(c);
            if (c == 0) {
                key.append('\u00ff');
            } else if (c == 0xff) {
                key.append('\0');
            }
        }
        key.append("\0\u0001");
    }

    /** As many leading ones as the number takes bytes, seven bits each; all inverted if it is negative. */
    private static void signed(StringBuilder key, long value) {
        long magnitude = value < 0 ? ~value : value;
        int bits = Long.SIZE - Long.numberOfLeadingZeros(magnitude);
        int bytes = Math.max(1, bits / 7 + 1);
        StringBuilder encoded = new StringBuilder();
        bigEndian(encoded, value, bytes);
        int header = 0xffff << 16 - bytes;
        for (int i = 0; i < Math.min(2, bytes); i++) {
            int mask = i == 0 ? header >>> 8 : header;
            encoded.setCharAt(i, (char) ((encoded.charAt(i) ^ mask) & 0xff));
        }
        key.append(encoded);
    }

    private static void bigEndian(StringBuilder key, long value, int bytes) {
        IntStream.iterate(bytes - 1, i -> i >= 0, i -> i - 1)
                .forEach(i -> key.append((char) (i >= Long.BYTES ? (value < 0 ? 0xff : 0) : value >> 8 * i & 0xff)));
    }
}
