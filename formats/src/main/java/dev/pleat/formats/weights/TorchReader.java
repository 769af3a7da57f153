package dev.pleat.formats.weights;

import dev.pleat.formats.FormatException;
import dev.pleat.formats.WeightsReader;
import dev.pleat.runtime.Safetensors.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Reads the tensors that PyTorch's {@code torch.save} wrote ({@code .pth}, {@code .pt}): a {@code state_dict}, or a
 * checkpoint that holds one. Both formats are read, the zip archive and the older one.
 *
 * <p>The pickle in these files is taken as data: it can name nothing but the classes of tensors and collections, and no code
 * of it is ever run. Whole modules and TorchScript archives, which need their code, are refused.
 */
public final class TorchReader implements WeightsReader {
    private static final int TAR_MAGIC = 257;

    /** Creates a reader. */
    public TorchReader() {}

    @Override
    public Map<String, Tensor> read(Path file) throws IOException {
        byte[] first = new byte[TAR_MAGIC + 5];
        int length;
        try (InputStream in = Files.newInputStream(file)) {
            length = in.readNBytes(first, 0, first.length);
        }
        if (length > 2 && first[0] == 'P' && first[1] == 'K') {
            return TorchZip.read(file);
        }
        if (new String(first, TAR_MAGIC, 5, StandardCharsets.ISO_8859_1).equals("ustar")) {
            throw new FormatException(
                    file,
                    "is a tar archive, as PyTorch wrote before version 0.1.10\n"
                            + "  fix: load and save it with a newer PyTorch");
        }
        if (length > 2 && (first[0] & 0xff) == 0x80) {
            return TorchLegacy.read(file);
        }
        throw new FormatException(file, "is no file of PyTorch: it begins neither as a zip archive nor as a pickle");
    }

    /** Returns the tensors of the model in a value of a pickle. */
    static Map<String, TorchTensor> stateDict(ByteSource in, Object root) throws IOException {
        Map<String, TorchTensor> tensors;
        try {
            tensors = StateDict.of(root);
        } catch (IllegalArgumentException e) {
            throw in.fault("cannot be read: " + e.getMessage());
        }
        if (tensors.isEmpty()) {
            throw in.fault("holds no tensors of a model");
        }
        return tensors;
    }
}
