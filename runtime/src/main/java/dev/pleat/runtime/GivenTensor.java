package dev.pleat.runtime;

/** A tensor that the caller gave as an array: its shape is not known, only its length. */
record GivenTensor(String name, int length) implements FoundTensor {
    @Override
    public boolean fits(TensorSpec spec) {
        return length == spec.size();
    }

    @Override
    public boolean isPermutationOf(TensorSpec spec) {
        return false;
    }

    @Override
    public boolean isReadable() {
        return true;
    }

    @Override
    public String extent() {
        return length == 1 ? "1 number" : length + " numbers";
    }

    @Override
    public String type() {
        return "float[]";
    }
}
