package dev.pleat.formats.keras;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes HDF5 in its first version, as h5py does by default: symbol tables, headers of version 1, contiguous arrays. */
final class H5Writer {
    private static final long NONE = -1;
    private static final int LEAF = 2000;
    private static final int INTERNAL = 16;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private H5Writer() {}

    /** A group: what is in it, and its attributes: a text or a list of texts each. */
    static final class Group {
        private final Map<String, Object> children = new TreeMap<>();
        private final Map<String, Object> attributes = new LinkedHashMap<>();

        /** {@return the group at a path below, which is made if it is not there} */
        Group group(String path) {
            Group group = this;
            for (String name : path.split("/")) {
                group = (Group) group.children.computeIfAbsent(name, key -> new Group());
            }
            return group;
        }

        /** Puts an array at a path below. */
        void array(String path, Array array) {
            int slash = path.lastIndexOf('/');
            Group parent = slash < 0 ? this : group(path.substring(0, slash));
            parent.children.put(path.substring(slash + 1), array);
        }

        /** Sets an attribute. */
        void attribute(String name, Object value) {
            attributes.put(name, value);
        }
    }

    /** How numbers are stored. */
    enum Type {
        FLOAT(4),
        HALF(2),
        BRAIN(2),
        DOUBLE(8);

        private final int bytes;

        Type(int bytes) {
            this.bytes = bytes;
        }
    }

    /** An array: its numbers, how they are stored, its shape. */
    record Array(float[] values, Type type, int... shape) {}

    /** {@return a file} */
    static byte[] bytes(Group root) {
        H5Writer writer = new H5Writer();
        writer.out.writeBytes(new byte[96]);
        long header = writer.group(root);
        byte[] file = writer.out.toByteArray();
        ByteBuffer block = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        block.put(new byte[] {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'});
        block.put(new byte[] {0, 0, 0, 0, 0, 8, 8, 0});
        block.putShort((short) LEAF).putShort((short) INTERNAL).putInt(0);
        block.putLong(0).putLong(NONE).putLong(file.length).putLong(NONE);
        block.putLong(0).putLong(header).putInt(0).putInt(0);
        return file;
    }

    private long append(ByteBuffer buffer) {
        long address = out.size();
        out.write(buffer.array(), 0, buffer.position());
        while (out.size() % 8 != 0) {
            out.write(0);
        }
        return address;
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private long group(Group group) {
        Map<String, Long> addresses = new TreeMap<>();
        group.children.forEach((name, child) ->
                addresses.put(name, child instanceof Group inner ? group(inner) : array((Array) child)));
        ByteBuffer names = buffer(8
                + addresses.keySet().stream()
                        .mapToInt(name -> text(name).length + 16)
                        .sum());
        names.putLong(0);
        ByteBuffer symbols = buffer(8 + 40 * 2 * LEAF);
        symbols.put(new byte[] {'S', 'N', 'O', 'D', 1, 0}).putShort((short) addresses.size());
        long last = 0;
        for (Map.Entry<String, Long> entry : addresses.entrySet()) {
            last = names.position();
            symbols.putLong(last)
                    .putLong(entry.getValue())
                    .putLong(0)
                    .putLong(0)
                    .putLong(0);
            put(names, text(entry.getKey()));
            names.put(new byte[8 - names.position() % 8]);
        }
        symbols.position(symbols.limit());
        int used = names.position();
        long data = append(names);
        ByteBuffer heap = buffer(32).put(new byte[] {'H', 'E', 'A', 'P', 0, 0, 0, 0});
        long heapAt = append(heap.putLong(used).putLong(1).putLong(data));
        long symbolsAt = append(symbols);
        long treeAt = tree(symbolsAt, last);
        List<ByteBuffer> messages = new ArrayList<>();
        messages.add(message(0x11, buffer(16).putLong(treeAt).putLong(heapAt)));
        group.attributes.forEach((name, value) -> messages.add(attribute(name, value)));
        return header(messages);
    }

    private long tree(long symbolsAt, long last) {
        ByteBuffer tree = buffer(24 + 8 * (4 * INTERNAL + 1)).put(new byte[] {'T', 'R', 'E', 'E', 0, 0});
        tree.putShort((short) 1)
                .putLong(NONE)
                .putLong(NONE)
                .putLong(0)
                .putLong(symbolsAt)
                .putLong(last);
        tree.position(tree.limit());
        return append(tree);
    }

    private long header(List<ByteBuffer> messages) {
        int size = messages.stream().mapToInt(ByteBuffer::position).sum();
        ByteBuffer header = buffer(16 + size).put((byte) 1).put((byte) 0).putShort((short) messages.size());
        header.putInt(1).putInt(size).putInt(0);
        messages.forEach(message -> header.put(message.array(), 0, message.position()));
        return append(header);
    }

    private static ByteBuffer message(int type, ByteBuffer body) {
        int padded = body.position() + 7 & -8;
        ByteBuffer message = buffer(8 + padded)
                .putShort((short) type)
                .putShort((short) padded)
                .putInt(0);
        message.put(body.array(), 0, body.position());
        return message.position(8 + padded);
    }

    private static void put(ByteBuffer into, byte[] bytes) {
        into.put(bytes);
        if (bytes.length % 8 == 0) {
            into.putLong(0);
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ByteBuffer space(int... shape) {
        ByteBuffer space = buffer(8 + 8 * shape.length).put((byte) 1).put((byte) shape.length);
        space.put(new byte[6]);
        for (int length : shape) {
            space.putLong(length);
        }
        return space;
    }

    private static ByteBuffer attribute(String name, Object value) {
        List<?> texts = value instanceof List<?> list ? list : List.of(value);
        int longest = 1;
        for (Object one : texts) {
            longest = Math.max(longest, text((String) one).length);
        }
        ByteBuffer space = value instanceof List<?> ? space(texts.size()) : space();
        byte[] own = text(name);
        ByteBuffer body = buffer(64 + own.length + space.position() + longest * texts.size());
        body.put((byte) 1).put((byte) 0).putShort((short) (own.length + 1)).putShort((short) 8);
        body.putShort((short) space.position()).put(own).put((byte) 0);
        body.put(new byte[(8 - body.position() % 8) % 8]);
        // A text of fixed length, padded with zeros, in UTF-8.
        body.put(new byte[] {0x13, 0x11, 0, 0}).putInt(longest);
        body.put(space.array(), 0, space.position());
        for (Object one : texts) {
            byte[] bytes = text((String) one);
            body.put(bytes).put(new byte[longest - bytes.length]);
        }
        return message(0x0c, body);
    }

    private long array(Array array) {
        ByteBuffer data = buffer(Math.max(1, array.values.length * array.type.bytes));
        for (float value : array.values) {
            switch (array.type) {
                case FLOAT -> data.putFloat(value);
                case DOUBLE -> data.putDouble(value);
                case BRAIN -> data.putShort((short) (Float.floatToRawIntBits(value) >> 16));
                default -> data.putShort(half(value));
            }
        }
        long size = data.position();
        long address = append(data);
        List<ByteBuffer> messages = new ArrayList<>();
        messages.add(message(0x01, space(array.shape)));
        messages.add(message(0x03, type(array.type)));
        messages.add(message(
                0x08, buffer(18).put((byte) 3).put((byte) 1).putLong(address).putLong(size)));
        if (array.type == Type.BRAIN) {
            messages.add(attribute("dtype", "bfloat16"));
        }
        return header(messages);
    }

    // Of values that half precision has.
    private static short half(float value) {
        int bits = Float.floatToRawIntBits(value);
        int exponent = (bits >> 23 & 0xff) - 127 + 15;
        int half = value == 0 ? 0 : exponent << 10 | bits >> 13 & 0x3ff;
        return (short) (half | bits >>> 16 & 0x8000);
    }

    private static ByteBuffer type(Type type) {
        int bits = type.bytes * 8;
        ByteBuffer buffer = buffer(24);
        if (type == Type.BRAIN) {
            // Bytes of no meaning, with a tag.
            return buffer.put(new byte[] {0x15, 16, 0, 0})
                    .putInt(2)
                    .put(text("bfloat16"))
                    .putLong(0);
        }
        buffer.put(new byte[] {0x11, 0x20, (byte) (bits - 1), 0})
                .putInt(type.bytes)
                .putShort((short) 0);
        buffer.putShort((short) bits);
        return switch (type) {
            case FLOAT -> buffer.put(new byte[] {23, 8, 0, 23}).putInt(127);
            case DOUBLE -> buffer.put(new byte[] {52, 11, 0, 52}).putInt(1023);
            default -> buffer.put(new byte[] {10, 5, 0, 10}).putInt(15);
        };
    }
}
