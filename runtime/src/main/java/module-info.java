/** What compiled models call. Depends on nothing but the JDK; without the vector module it computes with scalar code. */
module dev.pleat.runtime {
    requires static jdk.incubator.vector;

    exports dev.pleat.runtime;
}
