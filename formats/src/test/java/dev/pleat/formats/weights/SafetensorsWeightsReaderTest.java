package dev.pleat.formats.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pleat.formats.FormatException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SafetensorsWeightsReaderTest {
    private static final String HEADER = "{\"count\":{\"dtype\":\"I64\",\"shape\":[],\"data_offsets\":[0,8]},"
            + "\"half\":{\"dtype\":\"F16\",\"shape\":[2],\"data_offsets\":[8,12]},"
            + "\"brain\":{\"dtype\":\"BF16\",\"shape\":[1],\"data_offsets\":[12,14]},"
            + "\"double\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[14,22]},"
            + "\"w\":{\"dtype\":\"F32\",\"shape\":[1,1],\"data_offsets\":[22,26]}}";

    private final SafetensorsWeightsReader reader = new SafetensorsWeightsReader();
    private Path file;

    @BeforeEach
    void chooseFile(@TempDir Path folder) {
        file = folder.resolve("w.safetensors");
    }

    @Test
    void readsFloatsAndPassesOverIntegers() throws IOException {
        Files.write(file, bytes(26));

        var tensors = reader.read(file);

        assertThat(tensors.keySet()).containsExactly("half", "brain", "double", "w");
        assertThat(tensors.get("half").values()).containsExactly(1, -2);
        assertThat(tensors.get("brain").values()).containsExactly(1.5f);
        assertThat(tensors.get("double").values()).containsExactly(0.1f);
        assertThat(tensors.get("w").values()).containsExactly(3);
        assertThat(tensors.get("w").shape()).containsExactly(1, 1);
    }

    @Test
    void refusesATruncatedFile() throws IOException {
        Files.write(file, bytes(25));

        assertThatThrownBy(() -> reader.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageStartingWith(file + ": is not a valid safetensors file")
                .hasMessageContaining("ends after 3 of the 4 bytes");
    }

    private static byte[] bytes(int data) {
        byte[] header = HEADER.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + header.length + 26).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(header.length).put(header).putLong(42);
        bytes.putShort((short) 0x3c00).putShort((short) 0xc000).putShort((short) 0x3fc0);
        bytes.putDouble(0.1).putFloat(3);
        return java.util.Arrays.copyOf(bytes.array(), 8 + header.length + data);
    }
}
