package dev.pleat.benchmarks.net;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** A protocol buffers message that is made field by field. Weights are not copied until they are written. */
final class OnnxMessage {
    private static final int CHUNK = 1 << 14;

    private interface Field {
        /** {@return the bytes, with the tag} */
        int size();

        /** Writes the tag and the value. */
        void writeTo(CodedOutputStream out) throws IOException;
    }

    private record Whole(int number, long value) implements Field {
        @Override
        public int size() {
            return CodedOutputStream.computeInt64Size(number, value);
        }

        @Override
        public void writeTo(CodedOutputStream out) throws IOException {
            out.writeInt64(number, value);
        }
    }

    private record Single(int number, float value) implements Field {
        @Override
        public int size() {
            return CodedOutputStream.computeFloatSize(number, value);
        }

        @Override
        public void writeTo(CodedOutputStream out) throws IOException {
            out.writeFloat(number, value);
        }
    }

    private record Text(int number, String value) implements Field {
        @Override
        public int size() {
            return CodedOutputStream.computeStringSize(number, value);
        }

        @Override
        public void writeTo(CodedOutputStream out) throws IOException {
            out.writeString(number, value);
        }
    }

    private record Within(int number, OnnxMessage message, int length) implements Field {
        @Override
        public int size() {
            return CodedOutputStream.computeTagSize(number) + CodedOutputStream.computeUInt32SizeNoTag(length) + length;
        }

        @Override
        public void writeTo(CodedOutputStream out) throws IOException {
            out.writeTag(number, WireFormat.WIRETYPE_LENGTH_DELIMITED);
            out.writeUInt32NoTag(length);
            message.writeTo(out);
        }
    }

    private record Raw(int number, float[] values) implements Field {
        @Override
        public int size() {
            int bytes = values.length * Float.BYTES;
            return CodedOutputStream.computeTagSize(number) + CodedOutputStream.computeUInt32SizeNoTag(bytes) + bytes;
        }

        @Override
        public void writeTo(CodedOutputStream out) throws IOException {
            out.writeTag(number, WireFormat.WIRETYPE_LENGTH_DELIMITED);
            out.writeUInt32NoTag(values.length * Float.BYTES);
            ByteBuffer chunk = ByteBuffer.allocate(CHUNK * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            for (int at = 0; at < values.length; at += CHUNK) {
                int count = Math.min(CHUNK, values.length - at);
                chunk.clear().asFloatBuffer().put(values, at, count);
                out.writeRawBytes(chunk.array(), 0, count * Float.BYTES);
            }
        }
    }

    private final List<Field> fields = new ArrayList<>();

    OnnxMessage integer(int number, long value) {
        fields.add(new Whole(number, value));
        return this;
    }

    OnnxMessage number(int number, float value) {
        fields.add(new Single(number, value));
        return this;
    }

    OnnxMessage text(int number, String value) {
        fields.add(new Text(number, value));
        return this;
    }

    OnnxMessage floats(int number, float[] values) {
        fields.add(new Raw(number, values));
        return this;
    }

    /** Adds a message, which must be complete. */
    OnnxMessage message(int number, OnnxMessage message) {
        fields.add(new Within(number, message, message.size()));
        return this;
    }

    OnnxMessage addAll(OnnxMessage other) {
        fields.addAll(other.fields);
        return this;
    }

    int size() {
        return fields.stream().mapToInt(Field::size).reduce(0, Math::addExact);
    }

    void writeTo(CodedOutputStream out) throws IOException {
        for (Field field : fields) {
            field.writeTo(out);
        }
    }
}
