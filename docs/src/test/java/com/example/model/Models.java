package com.example.model;

/** The package in which the guide's reader has types. */
final class Models {
    private Models() {}
}
