package dev.pleat.formats.build;

import dev.pleat.formats.Names;
import dev.pleat.formats.ReadOptions;
import dev.pleat.formats.SourceLayer;
import dev.pleat.formats.SourceModel;
import dev.pleat.runtime.Safetensors.Tensor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Builds a model of the language from a framework's operations.
 *
 * <p>Axes and shapes that operations take are those of the file's model: a value that is batched has its batch in front,
 * as axis 0. What an operation cannot do in the language it refuses with a {@link NotExpressible}, before it has added
 * anything that matters. Each operation is told what it is called in the file; its layer is named after that.
 *
 * <p>The operations are in families: {@link #convolutions}, {@link #pools}, {@link #shapes}, {@link #arithmetic},
 * {@link #functions}, {@link #norms}. {@link #build} tidies what came together: layers that nobody reads go, constants
 * are folded, activations become attributes.
 */
public final class NetworkBuilder {
    /** A batch of any size. */
    public static final int ANY_BATCH = 0;

    private static final int MOST_LAYERS = 20_000;

    private final String file;
    private final int batch;
    private final ReadOptions options;
    private final Network network = new Network();
    private final Map<String, Value> outputs = new LinkedHashMap<>();
    private final List<Value> inputs = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Set<String> noted = new HashSet<>();
    private int layers;

    /**
     * Begins a model.
     *
     * @param file what the model is read from
     * @param batch the size of the batch dimension in the file's model; {@link #ANY_BATCH} if it is open
     */
    public NetworkBuilder(String file, int batch) {
        this(file, batch, ReadOptions.DEFAULT);
    }

    /**
     * Begins a model.
     *
     * @param file what the model is read from
     * @param batch the size of the batch dimension in the file's model; {@link #ANY_BATCH} if it is open
     * @param options how batch norm is read
     */
    public NetworkBuilder(String file, int batch, ReadOptions options) {
        this.file = file;
        this.batch = batch;
        this.options = options;
    }

    /**
     * Adds an input.
     *
     * @param name what it is called in the file
     * @param shape its shape without the batch
     * @param batched whether there is a batch dimension in front
     * @return its value
     */
    public Value input(String name, Dims shape, boolean batched) {
        int[] sizes = language(shape).toArray();
        Value value =
                layer(name, "", "Input", new Attributes().set("value", sizes).map(), Map.of(), shape, batched);
        inputs.add(value);
        return value;
    }

    /** {@return convolutions and matrix products} */
    public Convolutions convolutions() {
        return new Convolutions(this);
    }

    /** {@return pooling, and means and maxima over axes} */
    public Pools pools() {
        return new Pools(this);
    }

    /** {@return what moves elements without computing} */
    public Shapes shapes() {
        return new Shapes(this);
    }

    /** {@return arithmetic with constants and with other values} */
    public Arithmetic arithmetic() {
        return new Arithmetic(this);
    }

    /** {@return activation functions} */
    public Functions functions() {
        return new Functions(this);
    }

    /** {@return normalizations} */
    public Norms norms() {
        return new Norms(this);
    }

    /** {@return the size of the batch; {@link #ANY_BATCH} if it is open} */
    public int batch() {
        return batch;
    }

    /** Adds what a user should know of the import, a sentence; each once. */
    public void note(String note) {
        if (noted.add(note)) {
            notes.add(note);
        }
    }

    /**
     * Makes a value an output.
     *
     * @param name what the output is called in the file; its layer is named after it
     * @param value the value
     */
    public void output(String name, Value value) {
        Draft draft = network.get(network.current(value.layer()));
        Value now = new Value(draft.name(), value.shape(), value.batched());
        String wanted = Names.identifier(name);
        if (draft.is("Input") || network.isOutput(draft.name())) {
            now = layer(name, draft.name().equals(wanted) ? "out" : "", "Identity", Map.of(), Map.of(), now, now);
        } else if (!draft.name().equals(wanted) && free(wanted)) {
            network.rename(draft.name(), wanted);
            now = new Value(wanted, value.shape(), value.batched());
        }
        network.markOutput(now.layer());
        outputs.put(name, now);
    }

    /** Returns whether a layer can have a name; one inside the model gives it away. */
    private boolean free(String name) {
        if (!network.has(name)) {
            return true;
        }
        if (network.get(name).is("Input") || network.isOutput(name)) {
            return false;
        }
        network.rename(name, network.unused(name + "_inner"));
        return true;
    }

    /** {@return whether all inputs and outputs so far have a batch in front, or none has} */
    public boolean isUniform() {
        List<Value> ends = new ArrayList<>(inputs);
        ends.addAll(outputs.values());
        return ends.stream().allMatch(Value::batched) || ends.stream().noneMatch(Value::batched);
    }

    /**
     * Returns the model.
     *
     * @return the model, whose outputs are in the order in which they were added
     * @throws NotExpressible if an operation is left that only means something in the company of others
     */
    public SourceModel build() {
        boolean batched = inputs.stream().allMatch(Value::batched);
        new Tidying(network, this).run();
        List<SourceLayer> tidied = network.all().stream().map(Draft::layer).toList();
        List<String> names = outputs.values().stream().map(Value::layer).toList();
        return new SourceModel(file, tidied, names, batched, notes);
    }

    // For the families

    ReadOptions options() {
        return options;
    }

    Network network() {
        return network;
    }

    Draft draft(Value value) {
        return network.get(value.layer());
    }

    /** Adds a layer of one or more inputs. */
    Value layer(
            String origin,
            String suffix,
            String annotation,
            Map<String, Object> attributes,
            Map<String, Tensor> weights,
            Dims shape,
            boolean batched,
            Value... reads) {
        if (++layers > MOST_LAYERS) {
            throw new NotExpressible("the model has more than " + MOST_LAYERS + " layers");
        }
        List<String> names = List.of(reads).stream().map(Value::layer).toList();
        String name = network.add(origin, suffix, annotation, attributes, names, weights, language(shape));
        return new Value(name, shape, batched);
    }

    /** Adds a layer whose result is shaped as a value. */
    Value layer(
            String origin,
            String suffix,
            String annotation,
            Map<String, Object> attributes,
            Map<String, Tensor> weights,
            Value like,
            Value... reads) {
        return layer(origin, suffix, annotation, attributes, weights, like.shape(), like.batched(), reads);
    }

    /** The language has no values without dimensions; they have one of size 1. */
    static Dims language(Dims shape) {
        return shape.rank() == 0 ? Dims.of(1) : shape;
    }

    /** Returns an axis as it counts in the sample's shape; the batch is refused. */
    int axis(Value x, int axis, String what) {
        int counted = fullAxis(x, axis, what);
        if (x.batched() && counted == 0) {
            throw NotExpressible.batch(what + " along the batch dimension of " + x.text());
        }
        return x.batched() ? counted - 1 : counted;
    }

    /** Returns an axis as it counts in the whole shape, from the front. */
    int fullAxis(Value x, int axis, String what) {
        int counted = axis < 0 ? axis + x.rank() : axis;
        if (counted < 0 || counted >= x.rank()) {
            throw new NotExpressible(what + " along axis " + axis + " of " + x.text());
        }
        return counted;
    }
}
