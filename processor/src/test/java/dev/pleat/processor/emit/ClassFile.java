package dev.pleat.processor.emit;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the tests ask of a class file.
 *
 * @param version the major version: 61 is Java 17
 * @param methods bytes of bytecode by name and descriptor, constructors and initializers included
 */
record ClassFile(int version, Map<String, Integer> methods) {

    private static final int MAGIC = 0xCAFEBABE;

    /** Parses the bytes of a class file. */
    static ClassFile of(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClassFile read(DataInputStream in) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IOException("not a class file");
        }
        in.readUnsignedShort();
        int version = in.readUnsignedShort();
        String[] strings = constants(in);
        in.skipNBytes(6);
        in.skipNBytes(2L * in.readUnsignedShort());
        int fields = in.readUnsignedShort();
        for (int i = 0; i < fields; i++) {
            in.skipNBytes(6);
            codeLength(in, strings);
        }
        Map<String, Integer> methods = new TreeMap<>();
        int count = in.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            in.readUnsignedShort();
            String name = strings[in.readUnsignedShort()] + strings[in.readUnsignedShort()];
            methods.put(name, codeLength(in, strings));
        }
        return new ClassFile(version, methods);
    }

    /** Returns the strings of the constant pool, by index. */
    private static String[] constants(DataInputStream in) throws IOException {
        int count = in.readUnsignedShort();
        String[] strings = new String[count];
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> strings[i] = in.readUTF();
                case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                case 5, 6 -> {
                    in.skipNBytes(8);
                    i++; // Numbers of eight bytes take two places.
                }
                case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                default -> throw new IOException("constant of kind " + tag);
            }
        }
        return strings;
    }

    /** Reads the attributes of a field or method and returns the length of its code, 0 if it has none. */
    private static int codeLength(DataInputStream in, String[] strings) throws IOException {
        int length = 0;
        int count = in.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            boolean code = strings[in.readUnsignedShort()].equals("Code");
            long rest = in.readInt();
            if (code) {
                in.readInt(); // The most values on the stack, and of local variables.
                length = in.readInt();
                rest -= 8;
            }
            in.skipNBytes(rest);
        }
        return length;
    }
}
