package dev.reeve.histories;

/** A deed that a person does to one task. */
interface AtTask extends Deed {

    String slug();
}
