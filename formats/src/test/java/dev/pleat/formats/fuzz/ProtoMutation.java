package dev.pleat.formats.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Changes a field of protocol buffers at any depth, and keeps the lengths around it right. */
final class ProtoMutation {
    private static final long[] NUMBERS = {
        0,
        1,
        -1,
        2,
        3,
        7,
        127,
        128,
        255,
        1000,
        65536,
        1 << 20,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        1L << 32,
        Long.MAX_VALUE,
        Long.MIN_VALUE
    };
    private static final int DEEPEST = 12;

    private final Random random;
    private final Mutation mutation;

    ProtoMutation(Random random) {
        this.random = random;
        this.mutation = new Mutation(random);
    }

    /** A field: its key, and its value as it is encoded, without its length. */
    private record Field(long key, byte[] value) {
        boolean isBytes() {
            return (key & 7) == 2;
        }
    }

    /** Tells whether bytes are a message of fields that could be meant. */
    static boolean fits(byte[] bytes) {
        return parse(bytes).isPresent();
    }

    /** Returns a message with a few fields changed. */
    byte[] of(byte[] message) {
        byte[] changed = message;
        for (int i = 0; i <= random.nextInt(3); i++) {
            changed = fits(changed) ? once(changed, 0) : changed;
        }
        return changed;
    }

    private byte[] once(byte[] message, int depth) {
        List<Field> fields = new ArrayList<>(parse(message).orElseThrow());
        int at = random.nextInt(fields.size());
        Field field = fields.get(at);
        boolean inner = field.isBytes() && depth < DEEPEST && fits(field.value);
        if (inner && random.nextInt(8) > 0) {
            fields.set(at, new Field(field.key, once(field.value, depth + 1)));
            return bytes(fields);
        }
        switch (random.nextInt(7)) {
            case 0 -> fields.remove(at);
            case 1 -> fields.add(random.nextInt(fields.size()), field);
            case 2 -> {
                Field other = fields.get(random.nextInt(fields.size()));
                fields.set(at, new Field(field.key, field.isBytes() == other.isBytes() ? other.value : field.value));
            }
            case 3 -> {
                int copies = 1 << random.nextInt(12);
                for (int i = 0; i < copies && (long) copies * field.value.length < 1 << 20; i++) {
                    fields.add(field);
                }
            }
            default -> fields.set(at, new Field(field.key, value(field, message)));
        }
        return bytes(fields);
    }

    private byte[] value(Field field, byte[] message) {
        if ((field.key & 7) == 0) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            varint(out, NUMBERS[random.nextInt(NUMBERS.length)]);
            return out.toByteArray();
        }
        if (field.isBytes()) {
            return mutation.of(field.value, List.of(message));
        }
        byte[] value = field.value.clone();
        value[random.nextInt(value.length)] = (byte) random.nextInt();
        return value;
    }

    private static Optional<List<Field>> parse(byte[] bytes) {
        List<Field> fields = new ArrayList<>();
        int[] at = {0};
        while (at[0] < bytes.length) {
            long key = varint(bytes, at);
            int start = at[0];
            long length = switch ((int) (key & 7)) {
                case 0 -> {
                    varint(bytes, at);
                    yield at[0] - start;
                }
                case 1 -> 8;
                case 2 -> {
                    long claimed = varint(bytes, at);
                    start = at[0];
                    yield claimed;
                }
                case 5 -> 4;
                default -> -1;
            };
            if (key >> 3 < 1 || key >> 3 > 200 || length < 0 || length > bytes.length - start) {
                return Optional.empty();
            }
            byte[] value = java.util.Arrays.copyOfRange(bytes, start, start + (int) length);
            at[0] = start + (int) length;
            fields.add(new Field(key, value));
        }
        return fields.isEmpty() ? Optional.empty() : Optional.of(fields);
    }

    // Beyond the end or beyond 64 bits it is no varint, and the message none.
    private static long varint(byte[] bytes, int[] at) {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE && at[0] < bytes.length; shift += 7) {
            byte part = bytes[at[0]++];
            value |= (part & 0x7fL) << shift;
            if (part >= 0) {
                return value;
            }
        }
        at[0] = bytes.length;
        return -1;
    }

    private static void varint(ByteArrayOutputStream out, long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    private static byte[] bytes(List<Field> fields) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Field field : fields) {
            varint(out, field.key);
            if (field.isBytes()) {
                varint(out, field.value.length);
            }
            out.writeBytes(field.value);
        }
        return out.toByteArray();
    }
}
