package dev.pleat;

/**
 * The type of every layer of a {@linkplain Model model}: a marker that says that a member is a layer.
 *
 * <p>It has no instances and no behaviour. What a layer is, its annotation says; its value in a record or class of
 * layers is never read.
 *
 * <pre>{@code
 * @Dense(units = 10, activation = SOFTMAX) Layer digit
 * }</pre>
 *
 * @see Model
 * @see Block
 */
public final class Layer {
    private Layer() {}
}
