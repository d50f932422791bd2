import { randomBytes } from 'node:crypto'
import { chownSync, copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { blue } from '@/scripts/world/addresses'
import { data, served } from '@/scripts/world/paths'
import { systemUser } from '@/scripts/world/users'

/** Where the bench's Roundcube answers. */
export const roundcubeAddress = { host: blue.address, port: 8081 } as const

const inside = (name: string) => join(served, 'roundcube', name)
export const roundcubeFiles = {
  phpFpm: inside('php-fpm.conf'),
  nginx: inside('nginx.conf'),
  socket: inside('php.sock'),
  /** One line a request: the bench's number of it, seconds at nginx, seconds at PHP. */
  accessLog: join(data, 'roundcube', 'access.log'),
} as const

const phpFpm = (children: number) => `[global]
pid = ${inside('php-fpm.pid')}
error_log = ${inside('php-fpm.log')}
[roundcube]
user = www-data
group = www-data
listen = ${roundcubeFiles.socket}
listen.owner = www-data
listen.group = www-data
pm = static
pm.max_children = ${children}
env[ROUNDCUBE_CONFIG_DIR] = ${inside('config')}
php_admin_flag[opcache.enable] = on
php_admin_value[memory_limit] = 512M
php_admin_value[max_execution_time] = 120
php_admin_value[session.save_path] = ${inside('temp')}
`

const nginx = `user www-data;
pid ${inside('nginx.pid')};
worker_processes 1;
daemon off;
events { worker_connections 256; }
http {
  include /etc/nginx/mime.types;
  sendfile on;
  gzip on;
  gzip_types text/css text/plain text/javascript application/javascript application/json;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${inside(`nginx-${name}`)};`).join('\n  ')}
  log_format bench '$http_x_bench_request $request_time $upstream_response_time';
  access_log ${inside('access.log')} bench;
  server {
    listen ${roundcubeAddress.host}:${roundcubeAddress.port};
    root /var/lib/roundcube/public_html;
    index index.php;
    location ~ \\.php$ {
      include /etc/nginx/fastcgi_params;
      fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;
      fastcgi_pass unix:${roundcubeFiles.socket};
      fastcgi_read_timeout 120s;
      fastcgi_buffers 16 64k;
    }
  }
}
`

const config = () => `<?php
$config['db_dsnw'] = 'sqlite:///${inside('roundcube.db')}?mode=0640';
$config['imap_host'] = '${blue.address}:143';
$config['smtp_host'] = '${blue.address}:587';
$config['des_key'] = '${randomBytes(12).toString('hex')}';
$config['log_dir'] = '${inside('log')}';
$config['temp_dir'] = '${inside('temp')}';
$config['session_lifetime'] = 60;
$config['plugins'] = [];
$config['language'] = 'en_US';
`

/** Writes everything Roundcube, PHP and nginx read, below the bench's own data. */
export function writeRoundcubeSettings(): void {
  const folder = join(data, 'roundcube')
  rmSync(folder, { recursive: true, force: true })
  const owner = systemUser('www-data')
  for (const name of ['', 'config', 'temp', 'log']) {
    mkdirSync(join(folder, name), { recursive: true })
    chownSync(join(folder, name), owner.uid, owner.gid)
  }
  writeFileSync(join(folder, 'php-fpm.conf'), phpFpm(4))
  writeFileSync(join(folder, 'nginx.conf'), nginx)
  writeFileSync(join(folder, 'config', 'config.inc.php'), config())
  for (const name of ['defaults.inc.php', 'mimetypes.php'])
    copyFileSync(join('/etc/roundcube', name), join(folder, 'config', name))
}
