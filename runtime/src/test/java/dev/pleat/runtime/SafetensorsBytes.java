package dev.pleat.runtime;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Builds safetensors files, sound or not, byte by byte. */
final class SafetensorsBytes {
    private SafetensorsBytes() {}

    /** Returns a file whose header is a text and has the length that it claims. */
    static byte[] of(String header, byte... data) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        return claiming(text.length, text, data);
    }

    /** Returns a file that claims a header length. */
    static byte[] claiming(long length, byte[] header, byte... data) {
        return ByteBuffer.allocate(8 + header.length + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(length)
                .put(header)
                .put(data)
                .array();
    }

    /** Returns a header's entry. */
    static String entry(String name, String type, String shape, long begin, long end) {
        return "\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
                .formatted(name, type, shape, begin, end);
    }

    /** Returns a file of F32 tensors of one dimension, named a, b, c, …. */
    static byte[] ofVectors(float[]... vectors) {
        StringBuilder header = new StringBuilder("{");
        int end = 0;
        for (int i = 0; i < vectors.length; i++) {
            int begin = end;
            end += 4 * vectors[i].length;
            String name = String.valueOf((char) ('a' + i));
            header.append(i == 0 ? "" : ",").append(entry(name, "F32", "[" + vectors[i].length + "]", begin, end));
        }
        ByteBuffer data = ByteBuffer.allocate(end).order(ByteOrder.LITTLE_ENDIAN);
        for (float[] vector : vectors) {
            for (float value : vector) {
                data.putFloat(value);
            }
        }
        return of(header.append('}').toString(), data.array());
    }

    /** Returns a stream that gives one byte at a time, as a slow network may. */
    static InputStream trickle(byte[] bytes) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] to, int at, int length) {
                return super.read(to, at, Math.min(1, length));
            }
        };
    }
}
