/** The language of Pleat: the annotations of which a model is made. */
module dev.pleat.annotations {
    exports dev.pleat;
}
