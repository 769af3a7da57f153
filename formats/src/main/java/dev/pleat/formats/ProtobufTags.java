package dev.pleat.formats;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** The tags of a protobuf message's own fields, to tell kinds of messages apart without reading them. */
final class ProtobufTags {
    private static final int MOST_FIELDS = 1_000_000;

    private ProtobufTags() {}

    /** Returns the tag of a field that holds a number. */
    static int number(int field) {
        return field << 3;
    }

    /** Returns the tag of a field that holds text or a message. */
    static int bytes(int field) {
        return field << 3 | 2;
    }

    /** Returns the tags of a file, as far as it is a message. */
    static Set<Integer> of(Path file) throws IOException {
        Set<Integer> tags = new HashSet<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            for (int i = 0; i < MOST_FIELDS; i++) {
                long tag = varint(in);
                if (tag <= 0 || tag > Integer.MAX_VALUE || !skip(in, (int) tag & 7)) {
                    break;
                }
                tags.add((int) tag);
            }
        }
        return tags;
    }

    private static boolean skip(InputStream in, int wireType) throws IOException {
        switch (wireType) {
            case 0:
                return varint(in) != -1;
            case 1:
                return skipFully(in, Long.BYTES);
            case 2:
                long length = varint(in);
                return length >= 0 && skipFully(in, length);
            case 5:
                return skipFully(in, Integer.BYTES);
            default:
                return false;
        }
    }

    private static boolean skipFully(InputStream in, long length) throws IOException {
        long left = length;
        while (left > 0) {
            long skipped = in.skip(left);
            if (skipped <= 0) {
                return false;
            }
            left -= skipped;
        }
        return true;
    }

    /** Returns a number, -1 at the end of the file or if it is none. */
    private static long varint(InputStream in) throws IOException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = in.read();
            if (next < 0) {
                return -1;
            }
            value |= (long) (next & 0x7f) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        return -1;
    }
}
