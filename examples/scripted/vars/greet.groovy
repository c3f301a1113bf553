/** Says hello to somebody. */
def call(String whom) {
    echo "Hello ${whom}"
}
