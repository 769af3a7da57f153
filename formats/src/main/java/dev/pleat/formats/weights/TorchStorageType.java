package dev.pleat.formats.weights;

import java.util.Optional;

/**
 * A class of storages.
 *
 * @param label what PyTorch calls it
 * @param type how its numbers are encoded; empty if they cannot be read, or each tensor says
 * @param width the size of a number in bytes
 */
record TorchStorageType(String label, Optional<NumberType> type, int width) {
    /**
     * Returns the class of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    static TorchStorageType of(String name) {
        return switch (name) {
            case "FloatStorage" -> of(name, NumberType.FLOAT32);
            case "DoubleStorage" -> of(name, NumberType.FLOAT64);
            case "HalfStorage" -> of(name, NumberType.FLOAT16);
            case "BFloat16Storage" -> of(name, NumberType.BFLOAT16);
            case "LongStorage" -> of(name, NumberType.INT64);
            case "IntStorage" -> of(name, NumberType.INT32);
            case "ShortStorage" -> of(name, NumberType.INT16);
            case "CharStorage" -> of(name, NumberType.INT8);
            case "ByteStorage" -> of(name, NumberType.UINT8);
            case "BoolStorage" -> of(name, NumberType.BOOL);
            case "UntypedStorage", "QInt8Storage", "QUInt8Storage", "QUInt4x2Storage", "QUInt2x4Storage" ->
                new TorchStorageType(name, Optional.empty(), 1);
            case "QInt32Storage" -> new TorchStorageType(name, Optional.empty(), 4);
            case "ComplexFloatStorage" -> new TorchStorageType(name, Optional.empty(), 8);
            case "ComplexDoubleStorage" -> new TorchStorageType(name, Optional.empty(), 16);
            default -> throw new IllegalArgumentException("it holds a storage of the unknown class " + Quoted.of(name));
        };
    }

    private static TorchStorageType of(String name, NumberType type) {
        return new TorchStorageType(name, Optional.of(type), type.bytes());
    }

    /** Returns a storage of this class. */
    TorchStorage storage(String key, long size) {
        return new TorchStorage(key, label, type, width, 0, size, size);
    }
}
