package dev.pleat.benchmarks.pytorch;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes the few opcodes of pickle's protocol 2 that TorchScript needs. */
final class Pickle {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Pickle() {
        out.write(0x80);
        out.write(2);
    }

    /** Writes opcodes that have no argument. */
    Pickle codes(String codes) {
        out.writeBytes(codes.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    Pickle global(String module, String name) {
        return codes("c" + module + "\n" + name + "\n");
    }

    Pickle text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        codes("X");
        number(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    Pickle integer(int value) {
        codes("J");
        number(value);
        return this;
    }

    Pickle tuple(long... values) {
        codes("(");
        for (long value : values) {
            integer(Math.toIntExact(value));
        }
        return codes("t");
    }

    private void number(int value) {
        byte[] bytes = ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
        out.writeBytes(bytes);
    }

    /** {@return all bytes, with the opcode that ends them} */
    byte[] finish() {
        codes(".");
        return out.toByteArray();
    }
}
