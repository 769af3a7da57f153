package dev.pleat.formats.proto;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A message, taken apart into its fields by number. Messages within are taken apart when they are asked for, so the
 * nesting of a hostile file costs nothing until it is followed; bytes are views of the file, never copies.
 *
 * <p>A field that is absent reads as protocol buffers' default, and one that has another wire type than asked for is an
 * error. Where a single value is asked for, the last one counts.
 */
public final class Message {
    private static final Message EMPTY = new Message(Map.of());

    private final Map<Integer, List<Object>> fields;

    private Message(Map<Integer, List<Object>> fields) {
        this.fields = fields;
    }

    /**
     * Takes a message apart.
     *
     * @param bytes the encoded message
     * @return its fields
     * @throws IOException if it is damaged
     */
    public static Message parse(ByteString bytes) throws IOException {
        CodedInputStream in = bytes.newCodedInput();
        in.enableAliasing(true);
        Map<Integer, List<Object>> fields = new LinkedHashMap<>();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            int field = WireFormat.getTagFieldNumber(tag);
            fields.computeIfAbsent(field, number -> new ArrayList<>()).add(value(in, tag));
        }
        return new Message(fields);
    }

    private static Object value(CodedInputStream in, int tag) throws IOException {
        return switch (WireFormat.getTagWireType(tag)) {
            case WireFormat.WIRETYPE_VARINT -> in.readRawVarint64();
            case WireFormat.WIRETYPE_FIXED32 -> in.readRawLittleEndian32();
            case WireFormat.WIRETYPE_FIXED64 -> in.readRawLittleEndian64();
            case WireFormat.WIRETYPE_LENGTH_DELIMITED -> in.readBytes();
            default -> throw new InvalidProtocolBufferException("unexpected wire type in tag " + tag);
        };
    }

    /** {@return whether a field is there} */
    public boolean has(int field) {
        return fields.containsKey(field);
    }

    /** {@return a varint: an integer, an enum's number, or 1 for true; 0 if it is absent} */
    public long integer(int field) throws IOException {
        return has(field) ? as(Long.class, field, last(field)) : 0;
    }

    /** {@return a float; 0 if it is absent} */
    public float number(int field) throws IOException {
        return has(field) ? Float.intBitsToFloat(as(Integer.class, field, last(field))) : 0;
    }

    /** {@return a fixed integer of 32 bits; 0 if it is absent} */
    public int fixed32(int field) throws IOException {
        return has(field) ? as(Integer.class, field, last(field)) : 0;
    }

    /** {@return a text; empty if it is absent} */
    public String text(int field) throws IOException {
        return bytes(field).toStringUtf8();
    }

    /** {@return all texts of a repeated field} */
    public List<String> texts(int field) throws IOException {
        return allBytes(field).stream().map(ByteString::toStringUtf8).toList();
    }

    /** {@return bytes, a view of the file; empty if they are absent} */
    public ByteString bytes(int field) throws IOException {
        return has(field) ? as(ByteString.class, field, last(field)) : ByteString.EMPTY;
    }

    /** {@return all byte strings of a repeated field} */
    public List<ByteString> allBytes(int field) throws IOException {
        List<ByteString> all = new ArrayList<>();
        for (Object value : fields.getOrDefault(field, List.of())) {
            all.add(as(ByteString.class, field, value));
        }
        return all;
    }

    /** {@return a message within; several of a single field are merged, and none is one without fields} */
    public Message message(int field) throws IOException {
        return has(field) ? parse(ByteString.copyFrom(allBytes(field))) : EMPTY;
    }

    /** {@return all messages of a repeated field} */
    public List<Message> messages(int field) throws IOException {
        List<Message> messages = new ArrayList<>();
        for (ByteString bytes : allBytes(field)) {
            messages.add(parse(bytes));
        }
        return messages;
    }

    /** {@return all integers of a repeated field, packed or not} */
    public long[] integers(int field) throws IOException {
        List<Object> values = fields.getOrDefault(field, List.of());
        // A packed integer takes a byte at least.
        long most = 0;
        for (Object value : values) {
            most += value instanceof ByteString packed ? packed.size() : 1;
        }
        long[] integers = new long[(int) Math.min(most, 16)];
        int next = 0;
        for (Object value : values) {
            CodedInputStream in = value instanceof ByteString packed ? packed.newCodedInput() : null;
            while (in == null || !in.isAtEnd()) {
                if (next == integers.length) {
                    integers = Arrays.copyOf(integers, 2 * next);
                }
                integers[next++] = in == null ? as(Long.class, field, value) : in.readRawVarint64();
                if (in == null) {
                    break;
                }
            }
        }
        return Arrays.copyOf(integers, next);
    }

    /** {@return all doubles of a repeated field, packed or not} */
    public double[] doubles(int field) throws IOException {
        List<Object> values = fields.getOrDefault(field, List.of());
        int count = 0;
        for (Object value : values) {
            count += value instanceof ByteString packed ? packed.size() / Double.BYTES : 1;
        }
        double[] numbers = new double[count];
        int next = 0;
        for (Object value : values) {
            if (value instanceof ByteString packed) {
                checkPacked(field, packed, Double.BYTES);
                CodedInputStream in = packed.newCodedInput();
                while (!in.isAtEnd()) {
                    numbers[next++] = in.readDouble();
                }
            } else {
                numbers[next++] = Double.longBitsToDouble(as(Long.class, field, value));
            }
        }
        return numbers;
    }

    /** {@return all floats of a repeated field, packed or not} */
    public float[] numbers(int field) throws IOException {
        List<Object> values = fields.getOrDefault(field, List.of());
        int count = 0;
        for (Object value : values) {
            count += value instanceof ByteString packed ? packed.size() / Float.BYTES : 1;
        }
        float[] numbers = new float[count];
        int next = 0;
        for (Object value : values) {
            if (value instanceof ByteString packed) {
                checkPacked(field, packed, Float.BYTES);
                CodedInputStream in = packed.newCodedInput();
                while (!in.isAtEnd()) {
                    numbers[next++] = in.readFloat();
                }
            } else {
                numbers[next++] = Float.intBitsToFloat(as(Integer.class, field, value));
            }
        }
        return numbers;
    }

    private static void checkPacked(int field, ByteString packed, int width) throws IOException {
        if (packed.size() % width != 0) {
            throw new InvalidProtocolBufferException("field " + field + " ends within a number");
        }
    }

    private Object last(int field) {
        List<Object> values = fields.get(field);
        return values.get(values.size() - 1);
    }

    private static <T> T as(Class<T> type, int field, Object value) throws IOException {
        if (!type.isInstance(value)) {
            throw new InvalidProtocolBufferException("field " + field + " has the wrong wire type");
        }
        return type.cast(value);
    }
}
