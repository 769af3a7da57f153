package dev.pleat.formats.tensorflow;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes protocol buffers, field by field. */
final class ProtoWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** Appends a varint. */
    ProtoWriter integer(int field, long value) {
        TableWriter.varint(out, (long) field << 3);
        TableWriter.varint(out, value);
        return this;
    }

    /** Appends a truth value. */
    ProtoWriter flag(int field, boolean value) {
        return integer(field, value ? 1 : 0);
    }

    /** Appends a fixed integer of 32 bits. */
    ProtoWriter fixed32(int field, int value) {
        TableWriter.varint(out, (long) field << 3 | 5);
        out.writeBytes(TableWriter.littleEndian(value));
        return this;
    }

    /** Appends a float. */
    ProtoWriter number(int field, float value) {
        return fixed32(field, Float.floatToRawIntBits(value));
    }

    /** Appends bytes. */
    ProtoWriter bytes(int field, byte[] value) {
        TableWriter.varint(out, (long) field << 3 | 2);
        TableWriter.varint(out, value.length);
        out.writeBytes(value);
        return this;
    }

    /** Appends a text. */
    ProtoWriter text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Appends a message. */
    ProtoWriter message(int field, ProtoWriter value) {
        return bytes(field, value.toBytes());
    }

    /** Appends what another one wrote. */
    ProtoWriter append(ProtoWriter other) {
        out.writeBytes(other.toBytes());
        return this;
    }

    /** {@return what was written} */
    byte[] toBytes() {
        return out.toByteArray();
    }
}
