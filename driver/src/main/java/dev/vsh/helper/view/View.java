package dev.vsh.helper.view;

/** A file whose text is made when somebody reads it. */
interface View {
    String text();
}
