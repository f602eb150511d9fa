<?php
// Reads `.env` of the folder in the first argument as the examples of the SDK for PHP do: the key, and whether it is for
// the sandbox. Prints both as JSON.

require '/usr/share/php/Dotenv/autoload.php';

Dotenv\Dotenv::createImmutable($argv[1])->load();
echo json_encode(['key' => $_ENV['API_KEY'], 'isSandbox' => boolval($_ENV['USE_SANDBOX'])]);
