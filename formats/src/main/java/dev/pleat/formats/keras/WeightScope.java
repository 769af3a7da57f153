package dev.pleat.formats.keras;

import java.io.IOException;
import java.util.List;

/** Where the weights of a model's layers are in a file. */
interface WeightScope {
    /** {@return the weights of a layer of this model, in the file's order; none if it has none there} */
    List<Stored> of(KerasLayer layer) throws IOException;

    /** {@return where the weights of a model within this model are} */
    WeightScope inside(KerasLayer model) throws IOException;
}
